using WebcareHub.Blueprint.Discussing;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Blueprint.Proposals;

/// <summary>A proposal as the API shows it.</summary>
internal static class ProposalShown
{
    /// <summary>As everybody sees it; whether it is the caller's own is added when it is read.</summary>
    internal static Proposal Shown(this ProposalState proposal) =>
        new(
            proposal.Id,
            proposal.Layer,
            proposal.Title,
            proposal.Status,
            proposal.Author!.Name,
            proposal.Author.Municipality,
            proposal.At,
            proposal.ChangedAt,
            proposal.Ideas.Count,
            proposal.Comments.Count,
            proposal.Evidence.Count,
            proposal.Changes.Count,
            proposal.Release,
            Mine: false
        );

    internal static ProposalDetail Detail(this ProposalState proposal, Standing standing, Surroundings around) =>
        new(
            proposal.Shown() with
            {
                Mine = standing.Person.Is(proposal.Author),
            },
            proposal.Why,
            [.. Ideas(proposal, around)],
            proposal.Changes,
            proposal.Base,
            proposal.IsOpen ? around.Conflicts(proposal) : [],
            [.. Evidence(proposal)],
            proposal.Comments,
            proposal.Steps,
            proposal.AcceptedBy?.Name,
            proposal.Reason,
            around.Credits(proposal),
            proposal.Effect,
            [.. May(standing, proposal, around)]
        );

    private static IEnumerable<IdeaLink> Ideas(ProposalState proposal, Surroundings around) =>
        proposal
            .Ideas.Where(around.Ideas.ContainsKey)
            .Select(id => around.Ideas[id])
            .Select(idea => new IdeaLink(idea.Id, idea.Title, idea.Author!.Name, idea.Author.Municipality));

    private static IEnumerable<Evidence> Evidence(ProposalState proposal) =>
        proposal.Evidence.Select(one => new Evidence(one.EvidenceId, one.Title, one.BacktestId, one.Counts, one.Note, one.By.Name, one.At));

    private static IEnumerable<string> May(Standing standing, ProposalState proposal, Surroundings around)
    {
        (string Word, bool May)[] acts =
        [
            ("edit", standing.InTeam && proposal.IsOpen),
            ("attach", standing.InTeam && proposal.IsOpen),
            ("comment", true),
            ("offer", Offer.Decide(standing, proposal, around).Refusal is null),
            ("accept", Agree.Decide(standing, proposal, around).Refusal is null),
            ("decline", Decline.Decide(standing, proposal, "x").Refusal is null),
            ("withdraw", Withdraw.Decide(standing, proposal).Refusal is null),
            ("release", Release.Refused(standing, proposal, around) is null),
            ("effect", RecordEffect.Refused(standing, proposal) is null),
        ];
        return acts.Where(act => act.May).Select(act => act.Word);
    }
}
