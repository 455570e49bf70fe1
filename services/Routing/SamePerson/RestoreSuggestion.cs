using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Routing.Conversations;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.SamePerson;

/// <summary>A suggestion was dismissed too soon: it is shown again.</summary>
internal static class RestoreSuggestion
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
        var dismissals = await Dismissals.OfAsync(session.Connection, caller.Municipality, id, ct);
        if (dismissals.FirstOrDefault(dismissal => dismissal.Other == otherId) is not { } dismissal)
            return TypedResults.NotFound();
        var told = Dismissals.Restoring(dismissal, caller.Agent, time.GetUtcNow());
        await Links.AppendAsync(session, caller.Municipality, told, ct);
        session.Also(Dismissals.Remove(caller.Municipality, dismissal));
        await session.CommitAsync(ct);
        return TypedResults.NoContent();
    }
}
