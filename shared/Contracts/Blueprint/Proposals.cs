using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Contracts.Blueprint;

// The stream proposal-{guid v7}, written by Blueprint; its tenant is the layer the proposal changes. Past tense, only ever added to. Times are UTC.

/// <summary>A team began a proposal for its layer.</summary>
/// <param name="Ideas">The ideas it works out.</param>
/// <param name="Changes">Whole files, against release <paramref name="Base"/>.</param>
/// <param name="Base">The release it builds on; 0 when there was none.</param>
/// <param name="Municipality">Where the author works.</param>
public sealed record ProposalDrafted(
    Guid ProposalId,
    string Layer,
    string Title,
    string Why,
    IReadOnlyList<Guid> Ideas,
    IReadOnlyList<FileChange> Changes,
    int Base,
    string Municipality,
    AgentRef By,
    DateTimeOffset At
);

/// <summary>The proposal in a new form: a draft again, whatever was decided about the form before.</summary>
public sealed record ProposalRevised(
    string Title,
    string Why,
    IReadOnlyList<Guid> Ideas,
    IReadOnlyList<FileChange> Changes,
    int Base,
    string Municipality,
    AgentRef By,
    DateTimeOffset At
);

/// <summary>A file of a layer as proposed.</summary>
/// <param name="Path">Within the layer, with slashes.</param>
/// <param name="Content">The whole file; null takes it away.</param>
public sealed record FileChange(string Path, string? Content);

/// <summary>Something that shows what the proposal would do.</summary>
/// <param name="BacktestId">The report of a back-test.</param>
/// <param name="Counts">Numbers by their Dutch name.</param>
public sealed record EvidenceAttached(
    Guid EvidenceId,
    string Title,
    Guid? BacktestId,
    IReadOnlyDictionary<string, long> Counts,
    string? Note,
    AgentRef By,
    DateTimeOffset At
);

/// <summary>A contribution to the discussion.</summary>
public sealed record ProposalCommented(Guid CommentId, string Words, string Municipality, AgentRef By, DateTimeOffset At);

/// <summary>The author asks for a decision.</summary>
public sealed record ProposalOffered(AgentRef By, DateTimeOffset At);

/// <summary>A second person of the layer's team agreed.</summary>
public sealed record ProposalAccepted(string Municipality, AgentRef By, DateTimeOffset At);

/// <summary>The team will not do it.</summary>
public sealed record ProposalDeclined(string Reason, AgentRef By, DateTimeOffset At);

/// <summary>The author took it back.</summary>
public sealed record ProposalWithdrawn(AgentRef By, DateTimeOffset At);

/// <summary>A release holds it.</summary>
public sealed record ProposalReleased(string Layer, int Release, AgentRef By, DateTimeOffset At);

/// <summary>What it did, measured after its release.</summary>
/// <param name="Sentence">Dutch, one sentence.</param>
/// <param name="Counts">Numbers by their Dutch name.</param>
public sealed record EffectMeasured(string Sentence, IReadOnlyDictionary<string, long> Counts, DateTimeOffset At);

/// <summary>A proposal as a release names it.</summary>
/// <param name="Credits">Names of who raised its ideas and who wrote it, each once, as "Femke de Boer (GM0088)".</param>
public sealed record ReleaseProposal(Guid ProposalId, string Title, IReadOnlyList<string> Credits);
