using WebcareHub.Blueprint.Discussing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.EventStore;

namespace WebcareHub.Blueprint.Proposals;

/// <summary>What the events of a proposal make.</summary>
internal sealed record ProposalState
{
    internal static readonly ProposalState None = new();

    internal Guid Id { get; init; }
    internal string Layer { get; init; } = "";
    internal string Title { get; init; } = "";
    internal string Why { get; init; } = "";
    internal IReadOnlyList<Guid> Ideas { get; init; } = [];
    internal IReadOnlyList<FileChange> Changes { get; init; } = [];
    internal int Base { get; init; }
    internal ProposalStatus Status { get; init; }
    internal Person? Author { get; init; }

    /// <summary>Who wrote its present form.</summary>
    internal Person? Reviser { get; init; }

    internal Person? AcceptedBy { get; init; }
    internal DateTimeOffset At { get; init; }
    internal DateTimeOffset ChangedAt { get; init; }
    internal IReadOnlyList<EvidenceAttached> Evidence { get; init; } = [];
    internal IReadOnlyList<DiscussionComment> Comments { get; init; } = [];
    internal IReadOnlyList<ProposalStep> Steps { get; init; } = [];
    internal IReadOnlyList<string> Hands { get; init; } = [];
    internal string? Reason { get; init; }
    internal int? Release { get; init; }
    internal MeasuredEffect? Effect { get; init; }

    /// <summary>Whether a decision about it is still to come.</summary>
    internal bool IsOpen => Status is ProposalStatus.Draft or ProposalStatus.Offered or ProposalStatus.Accepted;

    internal static ProposalState Evolve(ProposalState proposal, RecordedEvent recorded) => Evolve(proposal, recorded.Data);

    internal static ProposalState Evolve(ProposalState proposal, object recorded) =>
        recorded switch
        {
            ProposalDrafted drafted => Drafted(drafted),
            ProposalRevised revised => Revised(proposal, revised),
            EvidenceAttached evidence => proposal with { Evidence = [.. proposal.Evidence, evidence] },
            ProposalCommented said => proposal with
            {
                Comments = [.. proposal.Comments, new(said.CommentId, said.Words, said.By.Name, said.Municipality, said.At)],
            },
            ProposalOffered offered => proposal.To(ProposalStatus.Offered, offered.By.Name, offered.At),
            ProposalAccepted accepted => proposal.To(ProposalStatus.Accepted, accepted.By.Name, accepted.At) with
            {
                AcceptedBy = Person.Of(accepted.Municipality, accepted.By),
                Hands = [.. proposal.Hands.Append(Person.Of(accepted.Municipality, accepted.By).Key).Distinct()],
            },
            ProposalDeclined declined => proposal.To(ProposalStatus.Declined, declined.By.Name, declined.At) with
            {
                Reason = declined.Reason,
            },
            ProposalWithdrawn withdrawn => proposal.To(ProposalStatus.Withdrawn, withdrawn.By.Name, withdrawn.At),
            ProposalReleased released => proposal.To(ProposalStatus.Released, released.By.Name, released.At) with
            {
                Release = released.Release,
            },
            EffectMeasured effect => proposal with { Effect = new(effect.Sentence, effect.Counts, effect.At) },
            _ => proposal,
        };

    private static ProposalState Drafted(ProposalDrafted drafted)
    {
        var author = Person.Of(drafted.Municipality, drafted.By);
        return new ProposalState
        {
            Id = drafted.ProposalId,
            Layer = drafted.Layer,
            Title = drafted.Title,
            Why = drafted.Why,
            Ideas = drafted.Ideas,
            Changes = drafted.Changes,
            Base = drafted.Base,
            Author = author,
            Reviser = author,
            Hands = [author.Key],
            At = drafted.At,
        }.To(ProposalStatus.Draft, author.Name, drafted.At);
    }

    private static ProposalState Revised(ProposalState proposal, ProposalRevised revised)
    {
        var reviser = Person.Of(revised.Municipality, revised.By);
        return proposal.To(ProposalStatus.Draft, reviser.Name, revised.At) with
        {
            Title = revised.Title,
            Why = revised.Why,
            Ideas = revised.Ideas,
            Changes = revised.Changes,
            Base = revised.Base,
            Reviser = reviser,
            AcceptedBy = null,
            Hands = [.. proposal.Hands.Append(reviser.Key).Distinct()],
        };
    }

    private ProposalState To(ProposalStatus status, string by, DateTimeOffset at) =>
        this with
        {
            Status = status,
            ChangedAt = at,
            Steps = [.. Steps, new(status, by, at)],
        };
}
