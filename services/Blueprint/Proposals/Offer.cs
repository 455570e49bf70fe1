using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Discussing;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Blueprint.Reading;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;
using Refusal = WebcareHub.ServiceDefaults.Deciding.Refusal;

namespace WebcareHub.Blueprint.Proposals;

/// <summary>The team asks for a decision about a draft.</summary>
internal static class Offer
{
    internal static Outcome Decide(Standing standing, ProposalState proposal, Surroundings around) =>
        !standing.InTeam ? Refuse("Alleen het team van deze laag kan een voorstel aanbieden.", Refusal.NotYours)
        : proposal.Status != ProposalStatus.Draft ? Refuse("Dit voorstel is al aangeboden of afgerond.")
        : proposal.Changes.Count == 0 ? Refuse("Dit voorstel wijzigt nog niets.")
        : around.Moved(proposal) is { } moved ? Refuse(moved)
        : Accept(new ProposalOffered(standing.Person.Agent, standing.Now));

    internal static async Task<Results<Ok<ProposalDetail>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        Caller caller,
        ProposalDesk desk,
        Bookcase bookcase,
        CancellationToken ct
    )
    {
        var candidate = await desk.LookAsync(
            caller,
            id,
            opened => new LayerFiles(opened.Proposal.Layer, Candidate.Files(opened.Proposal.Changes, opened.Around.Layer)),
            ct
        );
        var errors = candidate is null
            ? []
            : (await bookcase.NowAsync(ct)).With(candidate.Code, candidate.Files).Findings.Where(IsError).ToList();
        return errors.Count > 0 ? Publish.WhyNot(new Publish.Faulty(errors)).Problem() : await desk.HandleAsync(caller, id, Decide, ct);
    }

    private static bool IsError(Finding finding) => finding.IsError;
}
