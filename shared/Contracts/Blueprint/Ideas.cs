using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Contracts.Blueprint;

// The stream idea-{guid v7}, written by Blueprint; its tenant is the layer the idea is about. Past tense, only ever added to. Times are UTC.

/// <summary>Somebody raised an idea about a layer, an entry of it, or something that is not there yet.</summary>
/// <param name="Layer"><c>nl</c>, a region id or a CBS code.</param>
/// <param name="Section">answers, rules, …; null when it is about no entry.</param>
/// <param name="Municipality">Where the author works.</param>
public sealed record IdeaRaised(
    Guid IdeaId,
    string Layer,
    string? Section,
    string? Entry,
    string Title,
    string Words,
    string Municipality,
    AgentRef By,
    DateTimeOffset At
);

/// <summary>
/// The idea came up in this conversation. Stands in a stream idea-{id} of the municipality the conversation belongs to, so that nobody else
/// can read it.
/// </summary>
/// <param name="Layer">The tenant of the idea itself.</param>
public sealed record IdeaLinked(Guid IdeaId, string Layer, Guid ConversationId, AgentRef By, DateTimeOffset At);

/// <summary>A contribution to the discussion.</summary>
public sealed record IdeaCommented(Guid CommentId, string Words, string Municipality, AgentRef By, DateTimeOffset At);

/// <summary>Somebody is for it; one vote per person.</summary>
public sealed record VoteCast(string Municipality, AgentRef By, DateTimeOffset At);

/// <summary>Somebody took their vote back.</summary>
public sealed record VoteWithdrawn(string Municipality, AgentRef By, DateTimeOffset At);

/// <summary>The author no longer wants it.</summary>
public sealed record IdeaWithdrawn(AgentRef By, DateTimeOffset At);

/// <summary>The team of the layer will not do it.</summary>
public sealed record IdeaDeclined(string Reason, AgentRef By, DateTimeOffset At);

/// <summary>Declined or withdrawn before, open again.</summary>
public sealed record IdeaReopened(AgentRef By, DateTimeOffset At);

/// <summary>A proposal works it out.</summary>
public sealed record IdeaTakenUp(Guid ProposalId, AgentRef By, DateTimeOffset At);

/// <summary>That proposal was declined, withdrawn or no longer holds it: the idea is open again.</summary>
public sealed record IdeaLetGo(Guid ProposalId, DateTimeOffset At);

/// <summary>A release holds it.</summary>
public sealed record IdeaRealised(Guid ProposalId, string Layer, int Release, DateTimeOffset At);

/// <summary>A step in the life of a success formula.</summary>
/// <param name="Source">Whose success it is: the name of a municipality or an organisation.</param>
/// <param name="Outside">It comes from outside government.</param>
/// <param name="Municipality">Who took the step; with <see cref="FormulaStage.Copied"/>: who uses it now.</param>
public sealed record FormulaStepTaken(
    FormulaStage Stage,
    string Source,
    bool Outside,
    string? Note,
    string Municipality,
    AgentRef By,
    DateTimeOffset At
);

/// <summary>The life of a success formula.</summary>
public enum FormulaStage
{
    /// <summary>Seen somewhere: this works.</summary>
    Recognised,

    /// <summary>Written down: what it is, and for whom.</summary>
    Inventoried,

    /// <summary>Judged: it works elsewhere too.</summary>
    Qualified,

    /// <summary>Another municipality uses it.</summary>
    Copied,

    /// <summary>Made better since.</summary>
    Developed,
}
