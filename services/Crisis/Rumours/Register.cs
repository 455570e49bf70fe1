using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Speaking;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.Rumours;

/// <summary>Any colleague tells what goes round, in their own municipality or in a layer over it.</summary>
internal static class Register
{
    internal const int MaxSpread = 500;
    private const int MaxClaim = 300;

    internal static Outcome Decide(Standing standing, Guid id, RegisterRumour wanted)
    {
        var layer = wanted.Layer ?? standing.Municipality;
        if (standing.Crisis(wanted.CrisisId) is not { } crisis || !Concerns(crisis, standing))
            return Refuse("Deze crisis is niet van kracht.");
        if (Area.Check(layer, wanted.Area, standing.Places) is { } elsewhere)
            return new([], elsewhere);
        if (!standing.Leads(layer) && !standing.Places.LayersOf(standing.Municipality).Contains(layer))
            return Refuse("Meld een gerucht in uw eigen gemeente, uw regio of landelijk.", Refusal.NotYours);
        if ((Texts.Check(wanted.Claim, "wat er gezegd wordt", MaxClaim) ?? NoteSpread.Check(wanted.Spread, wanted.Seen)) is { } refusal)
            return new([], refusal);
        return Accept(
            new RumourRegistered(
                id,
                wanted.CrisisId,
                layer,
                Area.Of(layer, wanted.Area),
                wanted.Claim.Trim(),
                wanted.Spread.Trim(),
                wanted.Seen,
                standing.Municipality,
                standing.Agent,
                standing.Now
            )
        );
    }

    private static bool Concerns(CrisisInForce crisis, Standing standing) =>
        standing.Places.Covers(crisis.Scope, standing.Municipality) || crisis.Scope.Any(standing.Leads);

    internal static async Task<Results<Created<Rumour>, ProblemHttpResult>> Post(
        RegisterRumour wanted,
        Caller caller,
        RumourDesk desk,
        CancellationToken ct
    )
    {
        var id = Guid.CreateVersion7();
        var (rumour, refusal) = await desk.RegisterAsync(caller, id, wanted, ct);
        return rumour is not null ? TypedResults.Created($"/api/v1/rumours/{id}", rumour) : refusal!.Problem();
    }
}
