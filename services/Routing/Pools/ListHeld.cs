using WebcareHub.Contracts.Api;
using WebcareHub.Routing.Thread;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Pools;

/// <summary>What the caller has of other municipalities, each read as its owner lets it be read.</summary>
internal static class ListHeld
{
    public static async Task<IReadOnlyList<ConversationRow>> Get(
        Caller caller,
        EventStore.EventStore store,
        Rulebook rulebook,
        CancellationToken ct
    )
    {
        var rows = new List<ConversationRow>();
        foreach (var held in await HeldAsync(caller, store, ct))
        {
            await using var reach = await Reach.OpenAsync(store, caller, held.Conversation, ct);
            if (await ConversationReader.ReadAsync(reach, rulebook, held.Conversation, ct) is { } view)
                rows.Add(SharingShown.Row(view.Conversation, view, caller.Id));
        }
        return rows;
    }

    private static async Task<IReadOnlyList<Doors.Held>> HeldAsync(Caller caller, EventStore.EventStore store, CancellationToken ct)
    {
        await using var session = await store.OpenAsync([caller.Municipality], null, ct);
        var pools = await Doors.PoolsOfAsync(session.Connection, caller, ct);
        if (pools.Count == 0)
            return [];
        await session.BoundToAsync([.. pools.Select(work => work.Pool)], ct);
        return await Doors.HeldAsync(session.Connection, Reach.Helper(caller, "").Id, ct);
    }
}
