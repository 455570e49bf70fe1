using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Discussing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Blueprint.Proposals;

/// <summary>The team records what was measured before and after the release. Measured again later, the later one holds.</summary>
internal static class RecordEffect
{
    /// <summary>Why this caller cannot; null when they can.</summary>
    internal static Refusal? Refused(Standing standing, ProposalState proposal) =>
        !standing.InTeam ? new("Alleen het team van deze laag kan vastleggen wat er is gemeten.", Refusal.NotYours)
        : proposal.Status != ProposalStatus.Released ? new("Er is pas iets te meten als het voorstel is gepubliceerd.", Refusal.Conflict)
        : null;

    internal static Outcome Decide(Standing standing, ProposalState proposal, NewEffect effect) =>
        Refused(standing, proposal) is { } refusal ? new([], refusal)
        : Words.Check(effect.Sentence, "de zin", Words.Measured) is { } sentence ? new([], sentence)
        : effect.Counts is not { Count: > 0 and <= Attach.MostCounts } || effect.Counts.Keys.Any(name => name.Length > Words.Title)
            ? Refuse($"Leg 1 tot en met {Attach.MostCounts} getallen vast, met korte namen.", Refusal.Invalid)
        : Accept(new EffectMeasured(effect.Sentence.Trim(), effect.Counts, standing.Now));

    internal static Task<Results<Ok<ProposalDetail>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        NewEffect effect,
        Caller caller,
        ProposalDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, proposal, _) => Decide(standing, proposal, effect), ct);
}
