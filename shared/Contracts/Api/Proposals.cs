using WebcareHub.Contracts.Blueprint;

namespace WebcareHub.Contracts.Api;

// Proposals: draft → offered → accepted, declined or withdrawn → released. Every command answers the proposal as it is then (ProposalDetail).
//   GET    /proposals?layer=&status=&after=&limit=   a page, newest first; drafts only for the layer's team (ProposalPage)
//   POST   /proposals                           begin one (NewProposal): 201; the layer's team
//   GET    /proposals/{id}                      one (ProposalDetail)
//   GET    /proposals/{id}/changes              what it would change, in words (ReleaseChanges)
//   PUT    /proposals/{id}                      a new form (NewProposal): a draft again; until it is released
//   POST   /proposals/{id}/evidence             attach evidence (NewEvidence)
//   POST   /proposals/{id}/comments             join the discussion (NewComment); anyone who may read the layer
//   POST   /proposals/{id}/offer                ask for a decision
//   POST   /proposals/{id}/accept               a second person of the team (AcceptProposal)
//   POST   /proposals/{id}/decline              the team (WithReason)
//   POST   /proposals/{id}/withdraw             the author
//   POST   /proposals/{id}/release              publish it (ReleaseProposals; others accepted may go along)
//   POST   /proposals/{id}/effect               record what was measured after its release (NewEffect); the team
// 409 with a sentence: the layer moved on in a file of the proposal; the author accepts; the step does not fit the status.

/// <summary>Where a proposal stands.</summary>
public enum ProposalStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Waits for a second person.</summary>
    Offered,

    /// <summary>May be released.</summary>
    Accepted,

    /// <summary>Will not be done.</summary>
    Declined,

    /// <summary>Taken back by its author.</summary>
    Withdrawn,

    /// <summary>In a release.</summary>
    Released,
}

/// <summary>A proposal as written, whole.</summary>
/// <param name="Layer"><c>nl</c>, a region id or the own municipality's code; with PUT the layer it has.</param>
/// <param name="Title">At most 120 characters.</param>
/// <param name="Why">At most 4,000 characters.</param>
/// <param name="Ideas">Open ideas on this layer that it works out.</param>
/// <param name="Changes">Whole files as they should be; only those that change.</param>
/// <param name="Base">The release the changes were made on; 0 or null when the layer has none.</param>
public sealed record NewProposal(
    string Layer,
    string Title,
    string Why,
    IReadOnlyList<Guid> Ideas,
    IReadOnlyList<FileChange> Changes,
    int? Base = null
);

/// <summary>Evidence: a back-test, or numbers by their Dutch name, or both.</summary>
public sealed record NewEvidence(
    string Title,
    Guid? BacktestId = null,
    IReadOnlyDictionary<string, long>? Counts = null,
    string? Note = null
);

/// <summary>Agree with a proposal. <paramref name="Seen"/>: its <c>changedAt</c> as it was read; another form since then is a conflict.</summary>
public sealed record AcceptProposal(DateTimeOffset? Seen = null);

/// <summary>Publish a proposal. <paramref name="Notes"/> empty: its title. <paramref name="Along"/>: other accepted proposals of the layer.</summary>
public sealed record ReleaseProposals(string? Notes = null, IReadOnlyList<Guid>? Along = null);

/// <summary>What was measured after a release: a Dutch sentence of at most 1,000 characters, and numbers by their Dutch name.</summary>
public sealed record NewEffect(string Sentence, IReadOnlyDictionary<string, long> Counts);

/// <summary>A proposal in a list.</summary>
/// <param name="By">Name of its author.</param>
/// <param name="Municipality">CBS code of where they work.</param>
/// <param name="Files">How many files it changes.</param>
/// <param name="Release">The release of the layer that holds it.</param>
/// <param name="Mine">The caller wrote it.</param>
public sealed record Proposal(
    Guid Id,
    string Layer,
    string Title,
    ProposalStatus Status,
    string By,
    string Municipality,
    DateTimeOffset At,
    DateTimeOffset ChangedAt,
    int Ideas,
    int Comments,
    int Evidence,
    int Files,
    int? Release,
    bool Mine
);

/// <summary>A page of proposals; <paramref name="Next"/> is the key of the following page, null at the end.</summary>
public sealed record ProposalPage(IReadOnlyList<Proposal> Items, string? Next);

/// <summary>A proposal with everything around it.</summary>
/// <param name="Base">The release its changes were made on; 0 when there was none.</param>
/// <param name="Conflicts">Files of it that the layer has changed since; empty when it can go out.</param>
/// <param name="AcceptedBy">The second person.</param>
/// <param name="Reason">Why it was declined.</param>
/// <param name="Credits">Who is to be thanked: authors of the ideas and of the proposal.</param>
/// <param name="Effect">What it did; null until it is measured.</param>
/// <param name="May">What the caller may do now: edit, attach, comment, offer, accept, decline, withdraw, release, effect.</param>
public sealed record ProposalDetail(
    Proposal Proposal,
    string Why,
    IReadOnlyList<IdeaLink> Ideas,
    IReadOnlyList<FileChange> Changes,
    int Base,
    IReadOnlyList<string> Conflicts,
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<DiscussionComment> Comments,
    IReadOnlyList<ProposalStep> Steps,
    string? AcceptedBy,
    string? Reason,
    IReadOnlyList<string> Credits,
    MeasuredEffect? Effect,
    IReadOnlyList<string> May
);

/// <summary>An idea that a proposal works out.</summary>
public sealed record IdeaLink(Guid Id, string Title, string By, string Municipality);

/// <summary>Evidence attached to a proposal.</summary>
public sealed record Evidence(
    Guid Id,
    string Title,
    Guid? BacktestId,
    IReadOnlyDictionary<string, long> Counts,
    string? Note,
    string By,
    DateTimeOffset At
);

/// <summary>A step of a proposal: who did what, when.</summary>
public sealed record ProposalStep(ProposalStatus Status, string By, DateTimeOffset At);

/// <summary>What a released proposal did.</summary>
/// <param name="Sentence">Dutch.</param>
/// <param name="Counts">Numbers by their Dutch name.</param>
public sealed record MeasuredEffect(string Sentence, IReadOnlyDictionary<string, long> Counts, DateTimeOffset At);
