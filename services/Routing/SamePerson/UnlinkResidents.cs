using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Routing.Conversations;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.SamePerson;

/// <summary>They are two again; nothing of the link is left but that it was there.</summary>
internal static class UnlinkResidents
{
    public static async Task<Results<NoContent, NotFound>> Delete(
        Guid id,
        Guid otherId,
        Caller caller,
        EventStore.EventStore store,
        TimeProvider time,
        CancellationToken ct
    )
    {
        await using var session = await store.OpenAsync([caller.Municipality], Traces.Here(), ct);
        if (!await Links.LockAsync(session.Connection, caller.Municipality, id, otherId, ct))
            return TypedResults.NotFound();
        var links = await Links.OfAsync(session.Connection, caller.Municipality, id, ct);
        if (links.FirstOrDefault(link => link.Other == otherId) is not { } link)
            return TypedResults.NotFound();
        await Links.RemoveAsync(session, caller.Municipality, link, caller.Agent, time.GetUtcNow(), ct);
        await session.CommitAsync(ct);
        return TypedResults.NoContent();
    }
}
