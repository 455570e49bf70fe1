using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Routing.Conversations;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.SamePerson;

/// <summary>A colleague says that a suggestion is wrong: these are two people.</summary>
internal static class DismissSuggestion
{
    public static async Task<Results<NoContent, NotFound, ProblemHttpResult>> Post(
        Guid id,
        DismissResident command,
        Caller caller,
        EventStore.EventStore store,
        Rulebook rulebook,
        TimeProvider time,
        CancellationToken ct
    )
    {
        await using var session = await store.OpenAsync([caller.Municipality], Traces.Here(), ct);
        if (!await Links.LockAsync(session.Connection, caller.Municipality, id, command.ResidentId, ct))
            return TypedResults.NotFound();
        var before = await Dismissals.OfAsync(session.Connection, caller.Municipality, id, ct);
        if (before.Any(dismissal => dismissal.Other == command.ResidentId))
            return TypedResults.NoContent();
        var blueprint = (await rulebook.AtAsync(session, ct)).For(caller.Municipality).Blueprint;
        if (await Evidence.OfAsync(session.Connection, caller.Municipality, (id, command.ResidentId), blueprint, ct) is not { } evidence)
            return Problems.Invalid("Deze inwoner wordt hier niet voorgesteld.");
        Dismissals.Dismissal dismissal = new(id, command.ResidentId, caller.Agent, time.GetUtcNow());
        await Dismissals.AddAsync(session, caller.Municipality, dismissal, evidence, ct);
        await session.CommitAsync(ct);
        return TypedResults.NoContent();
    }
}
