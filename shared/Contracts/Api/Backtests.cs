namespace WebcareHub.Contracts.Api;

// Routes under /api/v1 of the Blueprint service, for everyone who works with messages or with the blueprint. A back-test belongs to the municipality
// that asked; to others it does not exist.
//   POST   /backtests        NewBacktest → 202 Backtest (Location: where it is), 400 when the candidate has mistakes or the period is not one, 404 when the
//                            draft, proposal or release is not there for this caller, 409 when this municipality has one running or waiting
//   GET    /backtests        Backtests, newest first, without reports
//   GET    /backtests/{id}   Backtest with its report once it is done
//   DELETE /backtests/{id}   stops it, or throws it away when it is over: 204

/// <summary>Try a candidate on recorded messages: <c>POST /api/v1/backtests</c>.</summary>
/// <param name="From">First day, Dutch time.</param>
/// <param name="Until">Last day, included. At most 366 days.</param>
/// <param name="Against">What the candidate is compared with.</param>
public sealed record NewBacktest(
    BacktestCandidate Candidate,
    DateOnly From,
    DateOnly Until,
    BacktestScope Scope = BacktestScope.Municipality,
    BacktestBaseline Against = BacktestBaseline.Decided
);

/// <summary>
/// What is tried: the caller's draft of a layer, a proposal, a release of a layer, or the whole files of a layer. Exactly one of these; the layer goes
/// with all but the proposal.
/// </summary>
/// <param name="Layer"><c>nl</c>, a region id or a CBS code.</param>
/// <param name="Draft">The caller's draft of this layer, as it is when the back-test is asked for.</param>
/// <param name="Files">Path within the layer to content. Never shown again; the answer has null.</param>
public sealed record BacktestCandidate(
    string? Layer = null,
    bool Draft = false,
    int? Release = null,
    Guid? Proposal = null,
    IReadOnlyDictionary<string, string>? Files = null
);

/// <summary>Whose messages.</summary>
public enum BacktestScope
{
    /// <summary>The caller's own municipality.</summary>
    Municipality,

    /// <summary>The own one, and those of its region that share.</summary>
    Region,

    /// <summary>The own one, and all that share.</summary>
    All,
}

/// <summary>What a candidate is compared with.</summary>
public enum BacktestBaseline
{
    /// <summary>What was decided at the time.</summary>
    Decided,

    /// <summary>What the blueprint in force would decide now: only the candidate's own changes show.</summary>
    InForce,
}

/// <summary>Where a back-test stands.</summary>
public enum BacktestState
{
    Waiting,
    Running,
    Done,
    Stopped,

    /// <summary>The service went down while it ran; ask again.</summary>
    Interrupted,
    Failed,
}

/// <summary>A back-test.</summary>
/// <param name="Title">What is tried, Dutch: <c>versie 4 van nl</c>.</param>
/// <param name="Progress">0 to 100.</param>
/// <param name="Read">Decisions read so far.</param>
/// <param name="Failure">What went wrong, a sentence in Dutch.</param>
/// <param name="Report">When it is done, and one was asked for.</param>
public sealed record Backtest(
    Guid Id,
    BacktestState State,
    BacktestCandidate Candidate,
    string Title,
    DateOnly From,
    DateOnly Until,
    BacktestScope Scope,
    BacktestBaseline Against,
    string By,
    DateTimeOffset AskedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    int Progress,
    long Read,
    string? Failure = null,
    BacktestReport? Report = null
);

/// <summary>Back-tests of the caller's municipality, newest first.</summary>
public sealed record Backtests(IReadOnlyList<Backtest> Items);

/// <summary>What a decision says that can change.</summary>
public enum BacktestChange
{
    Topic,
    WorkList,
    Role,
    Priority,
    Due,
    Suggestions,
    Overflow,
    Acknowledgement,
    NoReply,
    Approval,
}

/// <summary>The outcome. The same candidate over the same messages gives the same report and the same hash.</summary>
/// <param name="Hash">SHA-256, hex, over everything but the texts of the samples.</param>
/// <param name="Messages">Decisions compared.</param>
/// <param name="Changed">Of which at least one thing changes.</param>
/// <param name="Erased">Skipped: the resident was forgotten.</param>
/// <param name="Unreadable">Skipped: what was recorded could not be read or was not complete.</param>
/// <param name="NotSharing">Municipalities in the scope whose messages may not be used; nothing of theirs was read.</param>
/// <param name="Kinds">One for each kind of change, also those with nothing. A message may count in several.</param>
/// <param name="Deadlines">What changes in being in time.</param>
/// <param name="Municipalities">Per municipality, the own one first, then by code.</param>
/// <param name="Hours">Per hour of the day in which anything happened; null for a report of before this was counted.</param>
public sealed record BacktestReport(
    string Hash,
    int Messages,
    int Changed,
    int Erased,
    int Unreadable,
    int NotSharing,
    IReadOnlyList<BacktestKind> Kinds,
    BacktestDeadlines Deadlines,
    IReadOnlyList<BacktestMunicipality> Municipalities,
    IReadOnlyList<BacktestHour>? Hours = null
);

/// <summary>An hour of the day, Dutch time, over all days of the period. Numbers of another municipality below five are in no total.</summary>
/// <param name="Hour">0 to 23.</param>
/// <param name="Messages">That came in it.</param>
/// <param name="Region">Questions that opened to the regional pool in it.</param>
/// <param name="Nation">Questions that opened to the national pool in it.</param>
/// <param name="Deadlines">Of the messages that came in it.</param>
public sealed record BacktestHour(int Hour, int Messages, BacktestLoad Region, BacktestLoad Nation, BacktestDeadlines Deadlines);

/// <summary>
/// How much a pool gets to do: questions that opened because the municipality was closed or they waited longer than agreed. What depends on who was
/// at work is not counted.
/// </summary>
public sealed record BacktestLoad(int Before, int After);

/// <summary>One kind of change. Numbers of another municipality below five are in no total.</summary>
/// <param name="Moves">From what to what, most first, at most twenty.</param>
/// <param name="Samples">At most twenty, always the same ones.</param>
public sealed record BacktestKind(BacktestChange Kind, int Count, IReadOnlyList<BacktestMove> Moves, IReadOnlyList<BacktestSample> Samples);

/// <summary>How many would go from one value to another. Ids as in the blueprint; null is none. Due moments: <c>earlier</c>, <c>later</c>, <c>none</c>.</summary>
public sealed record BacktestMove(string? From, string? To, int Count);

/// <summary>Whether the answers that were really given would have been in time. Only messages whose answer, or whose lateness, is known.</summary>
public sealed record BacktestDeadlines(int Known, int LateBefore, int LateAfter);

/// <summary>Counts of one municipality. Of another than the own one, numbers below five are null.</summary>
public sealed record BacktestMunicipality(string Code, string Name, int? Messages, int? Changed, IReadOnlyList<BacktestCount> Kinds);

/// <summary>How often; null when it is too small to show.</summary>
public sealed record BacktestCount(BacktestChange Kind, int? Count);

/// <summary>A message that would be treated otherwise.</summary>
/// <param name="ConversationId">Only of the own municipality.</param>
/// <param name="Text">Null when there was none, or the resident was forgotten since.</param>
/// <param name="Masked">Names and personal data stand as <c>[naam]</c>, <c>[telefoonnummer]</c>: the caller may not see them.</param>
/// <param name="Erased">The resident was forgotten since.</param>
/// <param name="Why">The rule that makes it so, Dutch; null when nothing says so.</param>
public sealed record BacktestSample(
    string Municipality,
    Guid? ConversationId,
    DateTimeOffset At,
    string Channel,
    string? Text,
    bool Masked,
    bool Erased,
    string? From,
    string? To,
    string? Why
);
