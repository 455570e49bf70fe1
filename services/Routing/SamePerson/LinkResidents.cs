using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Routing.Conversations;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.SamePerson;

/// <summary>A colleague says that two residents are one person, on the evidence that is there now.</summary>
internal static class LinkResidents
{
    public static async Task<Results<NoContent, NotFound, ProblemHttpResult>> Post(
        Guid id,
        LinkResident command,
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
        var links = await Links.OfAsync(session.Connection, caller.Municipality, id, ct);
        if (links.Any(link => link.Other == command.ResidentId))
            return TypedResults.NoContent();
        var blueprint = (await rulebook.AtAsync(session, ct)).For(caller.Municipality).Blueprint;
        if (await Evidence.OfAsync(session.Connection, caller.Municipality, (id, command.ResidentId), blueprint, ct) is not { } evidence)
            return Problems.Invalid("Er is niets wat laat zien dat dit dezelfde inwoner is.");
        await Links.AddAsync(session, caller.Municipality, new(id, command.ResidentId, evidence, caller.Agent, time.GetUtcNow()), ct);
        await session.CommitAsync(ct);
        return TypedResults.NoContent();
    }
}
