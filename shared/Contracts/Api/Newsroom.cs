namespace WebcareHub.Contracts.Api;

// What happens now, and what happened at a moment: Monitoring counts it from the events. Scope: a CBS code, a region id or nl; without it the
// caller's own municipality. One computation per scope serves everybody for some seconds.
//   GET /newsroom?scope=&at=                          the newsroom (Newsroom); with at as it was at that moment
//   GET /newsroom/conversations?scope=&at=&what=&channel=&municipality=&topic=   the questions behind a number (ConversationsBehind); what is one
//                                                     of NewsroomNames
// Reading: webcare, spokesperson, analyst, manager, admin of the municipality; a coordinator also reads the region or nation.

/// <summary>What happens in one scope.</summary>
/// <param name="Scopes">What the caller may choose, this one among them.</param>
/// <param name="At">The moment it is of.</param>
/// <param name="Live">It is of now: ask again after <paramref name="FreshSeconds"/>.</param>
/// <param name="Municipalities">By name.</param>
/// <param name="Channels">In the order of the channel codes, those that were used this month.</param>
/// <param name="Hours">Of today, Dutch local time, from 0 up to and with the present hour.</param>
/// <param name="Rising">What is asked more than usual, the strongest first.</param>
public sealed record Newsroom(
    string Scope,
    string ScopeTitle,
    IReadOnlyList<ScopeName> Scopes,
    DateTimeOffset At,
    bool Live,
    int FreshSeconds,
    NewsroomNumbers Total,
    IReadOnlyList<NewsroomMunicipality> Municipalities,
    IReadOnlyList<NewsroomChannel> Channels,
    IReadOnlyList<NewsroomHour> Hours,
    IReadOnlyList<RisingTopic> Rising,
    Lag Lag
);

/// <summary>The numbers of a moment. A question waits when it is open, wants an answer and has none yet since the resident last wrote.</summary>
/// <param name="ArrivedHour">Questions of the last sixty minutes.</param>
/// <param name="UsualHour">The median of the same sixty minutes on the same weekday, four weeks back; null when there is less to go by.</param>
/// <param name="ArrivedToday">Since midnight, Dutch local time.</param>
/// <param name="UsualToday">The median up to the same time on the same weekday, four weeks back.</param>
/// <param name="WaitingSince">When the one that waits longest began to wait; null when none waits.</param>
/// <param name="AtRisk">Waiting, and due within an hour.</param>
/// <param name="Late">Waiting, and past due.</param>
/// <param name="AnsweredToday">Questions that got an answer of a colleague since midnight.</param>
/// <param name="Present">Colleagues at work; of pools those of this scope's municipalities.</param>
/// <param name="Away">Colleagues at work who are away for a moment; not among those present.</param>
public sealed record NewsroomNumbers(
    int ArrivedHour,
    double? UsualHour,
    int ArrivedToday,
    double? UsualToday,
    int Waiting,
    DateTimeOffset? WaitingSince,
    int AtRisk,
    int Late,
    int AnsweredToday,
    int Present,
    int Away
);

/// <summary>Which numbers can be asked what is behind them.</summary>
public static class NewsroomNames
{
    /// <summary>Arrived in the last sixty minutes.</summary>
    public const string ArrivedHour = "arrived-hour";

    /// <summary>Arrived since midnight.</summary>
    public const string ArrivedToday = "arrived-today";

    /// <summary>Waiting.</summary>
    public const string Waiting = "waiting";

    /// <summary>Waiting, and due within an hour.</summary>
    public const string AtRisk = "at-risk";

    /// <summary>Waiting, and past due.</summary>
    public const string Late = "late";

    /// <summary>Answered since midnight.</summary>
    public const string AnsweredToday = "answered-today";
}

/// <summary>One municipality of the scope.</summary>
/// <param name="Open">Its webcare is open at this moment.</param>
public sealed record NewsroomMunicipality(string Municipality, string Name, bool Open, NewsroomNumbers Numbers);

/// <summary>One channel of the scope.</summary>
/// <param name="LastArrived">When a resident last wrote there; null: not this month.</param>
/// <param name="SentHour">Answers, or parts of one, that the platform took in the last hour.</param>
/// <param name="FailedHour">That it refused, or of which nobody knows yet.</param>
/// <param name="Health">fine, failing (it refuses one in ten or more) or quiet (nothing for an hour where usually something comes).</param>
public sealed record NewsroomChannel(
    string Channel,
    int ArrivedHour,
    double? UsualHour,
    int Waiting,
    DateTimeOffset? LastArrived,
    int SentHour,
    int FailedHour,
    string Health
);

/// <summary>One hour of today.</summary>
/// <param name="Hour">0 to 23, Dutch local time.</param>
/// <param name="Usual">The median of the same hour on the same weekday, four weeks back; null when there is less to go by.</param>
/// <param name="Answered">Questions that got their first answer of a colleague in it.</param>
public sealed record NewsroomHour(int Hour, int Arrived, double? Usual, int Answered);

/// <summary>A topic that is asked about more than usual in the last hour.</summary>
/// <param name="Usual">The median of the same sixty minutes on the same weekday, four weeks back.</param>
public sealed record RisingTopic(string Topic, string Title, int LastHour, double Usual);
