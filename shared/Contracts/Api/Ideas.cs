using WebcareHub.Contracts.Blueprint;

namespace WebcareHub.Contracts.Api;

// Ideas on the blueprint, and the success formulas among them. Every command answers the idea as it is then (IdeaDetail).
//   GET    /ideas?layer=&section=&entry=&status=&mine=&after=&limit=   a page, newest first (IdeaPage)
//   POST   /ideas/_search                       a page of those with these words (IdeaSearch, IdeaPage)
//   POST   /ideas                               raise one (NewIdea): 201
//   GET    /ideas/{id}                          one (IdeaDetail)
//   POST   /ideas/{id}/comments                 join the discussion (NewComment)
//   PUT    /ideas/{id}/vote · DELETE            one vote per person
//   POST   /ideas/{id}/withdraw                 the author
//   POST   /ideas/{id}/decline                  the layer's team (WithReason)
//   POST   /ideas/{id}/reopen                   the author or the layer's team
//   POST   /ideas/{id}/formula                  a step in the life of a success formula (NewFormulaStep)
//   GET    /formulas?stage=&after=&limit=       success formulas with their source, latest step first (FormulaPage)

/// <summary>Where an idea stands.</summary>
public enum IdeaStatus
{
    /// <summary>Under discussion.</summary>
    Open,

    /// <summary>A proposal works it out.</summary>
    TakenUp,

    /// <summary>A release holds it.</summary>
    Realised,

    /// <summary>The layer's team will not do it.</summary>
    Declined,

    /// <summary>The author took it back.</summary>
    Withdrawn,
}

/// <summary>Raise an idea. Without <paramref name="Section"/> and <paramref name="Entry"/> it is about something that is not there yet.</summary>
/// <param name="Layer"><c>nl</c>, a region id or the own municipality's code.</param>
/// <param name="Section">answers, rules, topics, …</param>
/// <param name="Title">At most 120 characters.</param>
/// <param name="Words">At most 4,000 characters, without personal data; a resident's words are not copied.</param>
/// <param name="ConversationId">The conversation it came up in; only the own municipality ever sees it.</param>
public sealed record NewIdea(string Layer, string? Section, string? Entry, string Title, string Words, Guid? ConversationId = null);

/// <summary>A contribution to a discussion, at most 4,000 characters, without personal data.</summary>
public sealed record NewComment(string Words);

/// <summary>A refusal needs a reason, at most 1,000 characters.</summary>
public sealed record WithReason(string Reason);

/// <summary>Look for ideas by words in title, text and entry. Posted, because words never stand in an address.</summary>
public sealed record IdeaSearch(string Words, string? Layer = null, IdeaStatus? Status = null, string? After = null, int? Limit = null);

/// <summary>An idea in a list.</summary>
/// <param name="By">Name of who raised it.</param>
/// <param name="Municipality">CBS code of where they work.</param>
/// <param name="Voted">The caller is for it.</param>
/// <param name="Mine">The caller raised it.</param>
/// <param name="Formula">How far it is as a success formula; null when nobody calls it one.</param>
/// <param name="ProposalId">The proposal that works it out.</param>
public sealed record Idea(
    Guid Id,
    string Layer,
    string? Section,
    string? Entry,
    string Title,
    string Words,
    IdeaStatus Status,
    string By,
    string Municipality,
    DateTimeOffset At,
    int Votes,
    int Comments,
    bool Voted,
    bool Mine,
    FormulaStage? Formula = null,
    Guid? ProposalId = null
);

/// <summary>A page of ideas; <paramref name="Next"/> is the key of the following page, null at the end.</summary>
public sealed record IdeaPage(IReadOnlyList<Idea> Items, string? Next);

/// <summary>An idea with its discussion.</summary>
/// <param name="ConversationId">Only for colleagues of the municipality it belongs to.</param>
/// <param name="Reason">Why it was declined.</param>
/// <param name="Release">The release of the idea's layer that holds it.</param>
/// <param name="May">What the caller may do now: comment, vote, withdraw, decline, reopen, propose, and formula-recognised, formula-inventoried, ….</param>
public sealed record IdeaDetail(
    Idea Idea,
    IReadOnlyList<DiscussionComment> Comments,
    IReadOnlyList<FormulaStep> FormulaSteps,
    Guid? ConversationId,
    string? Reason,
    int? Release,
    IReadOnlyList<string> May
);

/// <summary>A contribution to the discussion of an idea or a proposal.</summary>
public sealed record DiscussionComment(Guid Id, string Words, string By, string Municipality, DateTimeOffset At);

/// <summary>
/// A step in the life of a success formula: recognised by anyone; inventoried, qualified and developed by the layer's team; copied by an
/// editor for the own municipality.
/// </summary>
/// <param name="Source">Whose success it is; needed with the first step, kept afterwards.</param>
/// <param name="Outside">It comes from outside government.</param>
public sealed record NewFormulaStep(FormulaStage Stage, string? Source = null, bool Outside = false, string? Note = null);

/// <summary>A step taken: who, when.</summary>
public sealed record FormulaStep(FormulaStage Stage, string? Note, string By, string Municipality, DateTimeOffset At);

/// <summary>A success formula.</summary>
/// <param name="Source">The municipality or organisation whose success it is.</param>
/// <param name="Copies">How many municipalities use it.</param>
/// <param name="Since">When it reached this stage.</param>
public sealed record Formula(
    Guid IdeaId,
    string Layer,
    string? Section,
    string? Entry,
    string Title,
    FormulaStage Stage,
    string Source,
    bool Outside,
    int Copies,
    DateTimeOffset Since
);

/// <summary>A page of success formulas; <paramref name="Next"/> is the key of the following page, null at the end.</summary>
public sealed record FormulaPage(IReadOnlyList<Formula> Items, string? Next);
