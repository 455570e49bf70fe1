using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Contracts.Api;

/// <summary>What an exercise can be fed with, and what runs: <c>GET /api/v1/crises/{crisis}/waves</c>.</summary>
/// <param name="Crisis">The crisis; it must be an exercise.</param>
/// <param name="Scripts">The scripted waves of its scenario.</param>
/// <param name="Municipalities">Who takes part: CBS codes and names.</param>
/// <param name="Waves">Started so far, newest first.</param>
public sealed record RehearsalWaves(
    Guid Crisis,
    IReadOnlyList<WaveScript> Scripts,
    IReadOnlyList<WaveMunicipality> Municipalities,
    IReadOnlyList<Wave> Waves
);

/// <summary>A wave that was written beforehand, in the blueprint beside its scenario.</summary>
/// <param name="Id">Its fixed name.</param>
/// <param name="Messages">How many messages it holds with these municipalities.</param>
/// <param name="Minutes">How long it lasts at real speed.</param>
/// <param name="MostPerMinute">Its busiest minute at real speed.</param>
/// <param name="Channels">Codes of <see cref="Channel"/>.</param>
public sealed record WaveScript(
    string Id,
    string Title,
    string Text,
    int Messages,
    int Minutes,
    int MostPerMinute,
    IReadOnlyList<string> Channels
);

/// <summary>A municipality that takes part in an exercise.</summary>
/// <param name="Code">CBS code.</param>
public sealed record WaveMunicipality(string Code, string Name);

/// <summary>
/// Start a wave: <c>POST /api/v1/crises/{crisis}/waves</c>, by a crisis coordinator of its scope. Exactly one of
/// <paramref name="Script"/> and <paramref name="Recorded"/>.
/// </summary>
/// <param name="Script">Id of a scripted wave.</param>
/// <param name="Recorded">A period of the caller's own municipality, with the persons replaced.</param>
/// <param name="Factor">How many times faster than real: 1 to 60.</param>
/// <param name="PerMinute">Not more than this in a real minute, 1 to 5,000; what does not fit comes later. Null: as it comes.</param>
public sealed record NewWave(string? Script = null, RecordedPeriod? Recorded = null, double Factor = 1, int? PerMinute = null);

/// <summary>A period of the caller's own municipality, of at most a day (UTC).</summary>
public sealed record RecordedPeriod(DateTimeOffset From, DateTimeOffset Until);

/// <summary>Whether a wave goes on.</summary>
public enum WaveState
{
    /// <summary>Messages are coming.</summary>
    Running,

    /// <summary>A coordinator held it, or the exercise ended; it can be resumed while the exercise holds.</summary>
    Stopped,

    /// <summary>All its messages have come.</summary>
    Done,
}

/// <summary>
/// A wave of messages of made-up residents. <c>POST /api/v1/crises/{crisis}/waves/{wave}/stop</c> holds it, <c>…/resume</c> lets it go on where it
/// was; both answer the wave.
/// </summary>
/// <param name="Title">Of the script, or the period.</param>
/// <param name="Sent">Messages that have come.</param>
/// <param name="Messages">All it holds.</param>
/// <param name="LastMinute">Messages of the last minute.</param>
/// <param name="EndsAt">When its last message comes if nothing holds it up; null when it does not run.</param>
public sealed record Wave(
    Guid Id,
    Guid Crisis,
    string Title,
    WaveState State,
    int Sent,
    int Messages,
    int LastMinute,
    double Factor,
    int? PerMinute,
    AgentRef StartedBy,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndsAt
);

/// <summary>
/// What came of an exercise: <c>GET /api/v1/crises/{crisis}/rehearsal</c>, during and after it; the same as <c>…/rehearsal/text</c> (text/plain) and
/// <c>…/rehearsal/table</c> (text/csv). Holds no figure about one colleague and no word of a message.
/// </summary>
/// <param name="Until">Null while it goes on.</param>
/// <param name="Messages">That came in.</param>
/// <param name="Conversations">They made.</param>
/// <param name="Answered">Conversations with an answer of a colleague.</param>
/// <param name="Waiting">Conversations nobody has answered or resolved.</param>
/// <param name="Timeline">What the log of the crisis and of its waves tells, oldest first.</param>
/// <param name="Inflow">Per minute, from the first message to the last.</param>
/// <param name="Municipalities">Who did what.</param>
/// <param name="Groups">Alike questions that were answered together.</param>
public sealed record RehearsalReport(
    Guid Crisis,
    string Title,
    DateTimeOffset From,
    DateTimeOffset? Until,
    int Messages,
    int Conversations,
    int Answered,
    int Waiting,
    ResponseTimes FirstResponse,
    IReadOnlyList<RehearsalMoment> Timeline,
    IReadOnlyList<RehearsalMinute> Inflow,
    IReadOnlyList<RehearsalTopic> Topics,
    IReadOnlyList<RehearsalMunicipality> Municipalities,
    IReadOnlyList<RehearsalGroup> Groups
);

/// <summary>How long residents waited for the first answer of a colleague, in seconds; null without any answer.</summary>
/// <param name="P50">Half had it by then.</param>
/// <param name="P90">Nine of ten.</param>
/// <param name="Bands">How many within a minute, five, fifteen, sixty, and after that.</param>
public sealed record ResponseTimes(double? P50, double? P90, double? Longest, IReadOnlyList<ResponseBand> Bands);

/// <summary>Answers that came within so many minutes, and not within the band before.</summary>
/// <param name="Minutes">Null: later than all others.</param>
public sealed record ResponseBand(int? Minutes, int Conversations);

/// <summary>One line of the timeline.</summary>
/// <param name="What">A Dutch sentence.</param>
/// <param name="Who">By name or role; null when it happened by itself.</param>
public sealed record RehearsalMoment(DateTimeOffset At, string What, string? Who);

/// <summary>One minute of an exercise.</summary>
/// <param name="Waiting">Conversations without an answer at its end.</param>
public sealed record RehearsalMinute(DateTimeOffset At, int Messages, int Answers, int Waiting);

/// <summary>What the questions were about.</summary>
/// <param name="Topic">Topic id; null where none was recognised.</param>
public sealed record RehearsalTopic(string? Topic, int Conversations, int Answered);

/// <summary>What one municipality saw and did.</summary>
/// <param name="Code">CBS code.</param>
/// <param name="AnsweredAtHome">By its own colleagues.</param>
/// <param name="AnsweredByOthers">By colleagues of other municipalities, through a pool.</param>
/// <param name="AnsweredInGroups">With one approved answer for many.</param>
/// <param name="Colleagues">How many colleagues of this municipality answered, at home or elsewhere; null below three.</param>
public sealed record RehearsalMunicipality(
    string Code,
    string Name,
    int Messages,
    int Conversations,
    int AnsweredAtHome,
    int AnsweredByOthers,
    int AnsweredInGroups,
    int Waiting,
    int Late,
    double? FirstResponseP50,
    int? Colleagues
);

/// <summary>Alike questions that got one answer.</summary>
/// <param name="Title">As the colleague named it, or the topic.</param>
/// <param name="Late">Of these, who came after it was approved.</param>
public sealed record RehearsalGroup(Guid Id, string Title, int Answered, int Municipalities, int Late, DateTimeOffset At);
