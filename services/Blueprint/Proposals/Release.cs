using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Discussing;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;
using Refusal = WebcareHub.ServiceDefaults.Deciding.Refusal;

namespace WebcareHub.Blueprint.Proposals;

/// <summary>An accepted proposal comes into force, alone or with others, in one release that names and credits them.</summary>
internal static class Release
{
    /// <summary>Why this proposal cannot be released now; null when it can.</summary>
    internal static Refusal? Refused(Standing standing, ProposalState proposal, Surroundings around) =>
        !standing.InTeam ? new("Alleen het team van deze laag kan een voorstel publiceren.", Refusal.NotYours)
        : proposal.Status == ProposalStatus.Released ? new("Dit voorstel is al gepubliceerd.", Refusal.Conflict)
        : proposal.Status != ProposalStatus.Accepted ? new($"Het voorstel '{proposal.Title}' is nog niet aangenomen.", Refusal.Conflict)
        : around.Moved(proposal) is { } moved ? new(moved, Refusal.Conflict)
        : null;

    internal static async Task<Results<Ok<ProposalDetail>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        ReleaseProposals? command,
        Caller caller,
        ProposalDesk desk,
        Publisher publisher,
        CancellationToken ct
    )
    {
        var found = new List<Opened>();
        foreach (var one in (command?.Along ?? []).Prepend(id).Distinct())
        {
            if (await desk.LookAsync(caller, one, opened => opened, ct) is not { } opened)
            {
                return TypedResults.NotFound();
            }

            found.Add(opened);
        }

        if (Refused(found) is { } refusal)
        {
            return refusal.Problem();
        }

        return await publisher.PublishAsync(Offered(found, command?.Notes), caller.Agent, ct) switch
        {
            Publish.Published => TypedResults.Ok((await desk.LookAsync(caller, id, opened => opened.Detail, ct))!),
            Publish.Unchanged => new Refusal("De laag bevat dit al; er is niets te publiceren.", Refusal.Conflict).Problem(),
            var refused => Publish.WhyNot(refused).Problem(),
        };
    }

    private static Refusal? Refused(List<Opened> found) =>
        found.Select(one => Refused(one.Standing, one.Proposal, one.Around)).FirstOrDefault(refusal => refusal is not null)
        ?? (
            found.Any(one => one.Proposal.Layer != found[0].Proposal.Layer)
                ? new("Een versie gaat over één laag. Publiceer deze voorstellen apart.", Refusal.Invalid)
                : Clash([.. found.Select(one => one.Proposal)])
        );

    private static NewRelease Offered(List<Opened> found, string? notes)
    {
        var layer = found[0].Around.Layer;
        return new(
            layer.Code,
            string.IsNullOrWhiteSpace(notes) ? string.Join("; ", found.Select(one => one.Proposal.Title)) : notes.Trim(),
            Candidate.Files(found.SelectMany(one => one.Proposal.Changes), layer),
            layer.Last?.Number ?? 0,
            [.. found.Select(one => one.Proposal.Id)]
        );
    }

    /// <summary>Two of them that want a file otherwise.</summary>
    private static Refusal? Clash(IReadOnlyList<ProposalState> proposals) =>
        proposals
            .SelectMany(proposal => proposal.Changes)
            .GroupBy(change => change.Path, StringComparer.Ordinal)
            .FirstOrDefault(same => same.Distinct().Count() > 1)
            is { } clash
            ? new($"Twee voorstellen wijzigen {clash.Key} verschillend. Publiceer ze na elkaar.", Refusal.Conflict)
            : null;
}
