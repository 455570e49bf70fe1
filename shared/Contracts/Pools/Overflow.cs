using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Contracts.Pools;

// In the stream conversation-{guid v7}, written by Routing beside the events of WebcareHub.Contracts.Conversations. Times are UTC.

/// <summary>Colleagues of a pool may help with this question too. It stays the municipality's own.</summary>
/// <param name="Pool">Region id, or <c>nl</c>.</param>
/// <param name="Cause">One of <see cref="OverflowCauses"/>.</param>
/// <param name="Reason">One Dutch sentence; a colleague's own words when opened by hand, so null once the resident is erased.</param>
/// <param name="Facts">What the decision read, by name.</param>
/// <param name="By">The colleague who opened it by hand; null when a policy did.</param>
public sealed record OverflowOpened(
    string Pool,
    string Cause,
    [property: Personal] string? Reason,
    IReadOnlyDictionary<string, string> Facts,
    DateTimeOffset At,
    AgentRef? By = null
);

/// <summary>Colleagues of that pool no longer reach it. Whoever of them had it, has it no more.</summary>
/// <param name="Cause">One of <see cref="OverflowEnds"/>.</param>
/// <param name="Reason">One Dutch sentence.</param>
/// <param name="By">The colleague who took it back or resolved it; null when a policy closed it.</param>
public sealed record OverflowClosed(string Pool, string Cause, string Reason, DateTimeOffset At, AgentRef? By = null);

/// <summary>Why a question opens to a pool.</summary>
public static class OverflowCauses
{
    /// <summary>The municipality is closed.</summary>
    public const string Closed = "closed";

    /// <summary>No colleague of the municipality is online.</summary>
    public const string NobodyOnline = "nobodyOnline";

    /// <summary>The question waits longer than agreed.</summary>
    public const string WaitingLongerThan = "waitingLongerThan";

    /// <summary>More questions wait per colleague than agreed.</summary>
    public const string WaitingPerColleague = "waitingPerColleague";

    /// <summary>More messages than that share of what such a day brings.</summary>
    public const string ShareOfBaseline = "shareOfBaseline";

    /// <summary>A crisis is in force here.</summary>
    public const string Crisis = "crisis";

    /// <summary>A colleague of the municipality asked for help.</summary>
    public const string ByHand = "byHand";
}

/// <summary>Why a question closes to a pool.</summary>
public static class OverflowEnds
{
    /// <summary>A colleague of the municipality took it back.</summary>
    public const string TakenBack = "takenBack";

    /// <summary>It is resolved.</summary>
    public const string Resolved = "resolved";

    /// <summary>Its topic, author or role never leaves home.</summary>
    public const string StaysHome = "staysHome";

    /// <summary>What opened it is over.</summary>
    public const string Calm = "calm";

    /// <summary>The crisis that opened it has ended.</summary>
    public const string CrisisEnded = "crisisEnded";

    /// <summary>The resident was forgotten.</summary>
    public const string Erased = "erased";

    /// <summary>The municipality left the pool.</summary>
    public const string LeftPool = "leftPool";
}
