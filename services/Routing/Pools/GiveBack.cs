using Npgsql;
using WebcareHub.Routing.Conversations;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Pools;

/// <summary>Who goes home gives back what they did not answer, and all they had of other municipalities.</summary>
internal static class GiveBack
{
    /// <summary>How many questions went back.</summary>
    public static async Task<int> AllAsync(Desk desk, EventStore.EventStore store, Caller caller, TimeProvider time, CancellationToken ct)
    {
        var returned = 0;
        foreach (var held in await HeldAsync(store, caller, ct))
        {
            await desk.HandleAsync(
                caller,
                held,
                null,
                view =>
                    view.Conversation.ClaimedBy?.Id == view.Caller.Id
                        ? Release.Decide(view.Caller.Agent, view.Conversation, time.GetUtcNow())
                        : Outcome.Nothing,
                ct
            );
            returned++;
        }
        return returned;
    }

    private static async Task<IReadOnlyList<Guid>> HeldAsync(EventStore.EventStore store, Caller caller, CancellationToken ct)
    {
        await using var session = await store.OpenAsync([caller.Municipality], null, ct);
        var held = await OwnAsync(session.Connection, caller, ct);
        var pools = await Doors.PoolsOfAsync(session.Connection, caller, ct);
        if (pools.Count == 0)
            return held;
        await session.BoundToAsync([.. pools.Select(work => work.Pool)], ct);
        var others = await Doors.HeldAsync(session.Connection, Reach.Helper(caller, "").Id, ct);
        return [.. held, .. others.Select(each => each.Conversation)];
    }

    private static async Task<IReadOnlyList<Guid>> OwnAsync(NpgsqlConnection connection, Caller caller, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select c.id from routing.conversations c where c.tenant_id = $1 and c.claimed_by = $2 and c.status = 1",
            connection
        )
        {
            Parameters =
            {
                new() { Value = caller.Municipality },
                new() { Value = caller.Id },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var held = new List<Guid>();
        while (await row.ReadAsync(ct))
            held.Add(row.GetGuid(0));
        return held;
    }
}
