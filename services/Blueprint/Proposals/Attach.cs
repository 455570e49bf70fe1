using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Discussing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Blueprint.Proposals;

/// <summary>The team attaches evidence: a back-test, numbers, or both.</summary>
internal static class Attach
{
    internal const int MostCounts = 50;

    internal static Outcome Decide(Standing standing, ProposalState proposal, Guid id, NewEvidence evidence) =>
        !standing.InTeam ? Refuse("Alleen het team van deze laag kan bewijs toevoegen.", Refusal.NotYours)
        : !proposal.IsOpen ? Refuse("Dit voorstel is al afgerond.")
        : Words.Check(evidence.Title, "de titel", Words.Title) is { } title ? new([], title)
        : evidence.Note is { Length: > 0 } && Words.Check(evidence.Note, "de toelichting", Words.Reason) is { } note ? new([], note)
        : evidence.BacktestId is null && evidence.Counts is not { Count: > 0 }
            ? Refuse("Voeg een proef op historie toe, of getallen.", Refusal.Invalid)
        : evidence.Counts?.Count > MostCounts || evidence.Counts?.Keys.Any(name => name.Length > Words.Title) == true
            ? Refuse($"Voeg ten hoogste {MostCounts} getallen toe, met korte namen.", Refusal.Invalid)
        : Accept(
            new EvidenceAttached(
                id,
                evidence.Title.Trim(),
                evidence.BacktestId,
                evidence.Counts ?? new Dictionary<string, long>(),
                string.IsNullOrWhiteSpace(evidence.Note) ? null : evidence.Note.Trim(),
                standing.Person.Agent,
                standing.Now
            )
        );

    internal static Task<Results<Ok<ProposalDetail>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        NewEvidence evidence,
        Caller caller,
        ProposalDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, proposal, _) => Decide(standing, proposal, Guid.CreateVersion7(), evidence), ct);
}
