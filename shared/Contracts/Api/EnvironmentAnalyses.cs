using WebcareHub.Contracts.Crises;

namespace WebcareHub.Contracts.Api;

// The environment analysis (omgevingsanalyse) of a crisis: phenomena, never persons. Refusals are Dutch sentences in problem details.
//   GET    /environment-analyses/{crisis}?at=                   the page as it is now, or was at a moment (EnvironmentAnalysis)
//   PUT    /environment-analyses/{crisis}/advice                what the analyst writes (EnvironmentAdvice)
//   POST   /environment-analyses/{crisis}/versions              freeze it (FreezeEnvironmentAnalysis): 201; 409 when that number is frozen
//   GET    /environment-analyses/{crisis}/versions/{number}     a frozen version (EnvironmentVersion); .txt or .pdf behind it: as a file
//   GET    /environment-analyses/{crisis}/hours?at=             messages and answers by hour, for the evaluation; /table behind it: as a file

/// <summary>The page as it is now.</summary>
/// <param name="NextNumber">Of the version that would be frozen now.</param>
/// <param name="Text">The page as a block of text.</param>
/// <param name="Lag">How far the counting is behind the log.</param>
public sealed record EnvironmentAnalysis(
    EnvironmentPicture Picture,
    EnvironmentAdvice Advice,
    int NextNumber,
    IReadOnlyList<EnvironmentVersionLine> Versions,
    string Text,
    bool MayWrite,
    Lag? Lag = null
);

/// <summary>What was counted from the messages of a crisis. A count that is null is above zero and below five, or hidden to hide such a count.</summary>
/// <param name="Grip">In words, per region; empty when none was told.</param>
/// <param name="Area">In words.</param>
/// <param name="Messages">Of residents, from the declaration on.</param>
/// <param name="Questions">In how many conversations they came.</param>
/// <param name="Other">Conversations that belong to none of the first five of <paramref name="Top"/>.</param>
public sealed record EnvironmentPicture(
    Guid Crisis,
    string Title,
    bool Exercise,
    string Area,
    IReadOnlyList<string> Grip,
    DateTimeOffset From,
    DateTimeOffset Until,
    int? Messages,
    int? Questions,
    IReadOnlyList<EnvironmentCount> Channels,
    IReadOnlyList<EnvironmentHour> Hours,
    IReadOnlyList<EnvironmentQuestion> Top,
    int? Other,
    IReadOnlyList<EnvironmentSign> Behaviour,
    IReadOnlyList<EnvironmentSign> Perception,
    IReadOnlyList<EnvironmentRumour> Rumours
);

/// <summary>Messages of a channel.</summary>
public sealed record EnvironmentCount(string Channel, int? Messages);

/// <summary>Messages in an hour.</summary>
/// <param name="Hour">When it began.</param>
public sealed record EnvironmentHour(DateTimeOffset Hour, int? Messages);

/// <summary>What many ask: a group of near-identical questions.</summary>
/// <param name="Words">Words of the blueprint that at least half of them share, most used first.</param>
/// <param name="Questions">In how many conversations: five or more.</param>
/// <param name="New">It came up since the last frozen version.</param>
public sealed record EnvironmentQuestion(
    IReadOnlyList<string> Words,
    int Questions,
    EnvironmentTrend Trend,
    EnvironmentAnswered Answered,
    bool New
);

/// <summary>The last hour against the hour before.</summary>
public enum EnvironmentTrend
{
    /// <summary>About as many.</summary>
    Same,

    /// <summary>More.</summary>
    Rising,

    /// <summary>Fewer.</summary>
    Falling,

    /// <summary>The crisis is not two hours old: there is nothing to compare with.</summary>
    NotYet,
}

/// <summary>Whether who asked has an answer of a colleague.</summary>
public enum EnvironmentAnswered
{
    /// <summary>Nobody.</summary>
    No,

    /// <summary>Some.</summary>
    Partly,

    /// <summary>Everybody.</summary>
    Yes,
}

/// <summary>A sign of the scenario: something people do or feel.</summary>
/// <param name="Questions">In how many conversations one of its words stands.</param>
/// <param name="Risk">It puts people in danger, or stands in the way of help.</param>
public sealed record EnvironmentSign(string Title, int? Questions, EnvironmentTrend Trend, bool Risk);

/// <summary>A rumour as the register has it.</summary>
/// <param name="Owner">Name of the municipality that sees to it; null when none does.</param>
/// <param name="Reaction">What residents hear about it; null when nothing yet.</param>
public sealed record EnvironmentRumour(string Claim, string Spread, RumourStatus Status, string? Owner, string? Reaction);

/// <summary>What the analyst writes. Each at most 2,000 characters, without personal data.</summary>
/// <param name="Information">Advice on informing (informatievoorziening).</param>
/// <param name="Damage">Advice on limiting damage (schadebeperking).</param>
/// <param name="Meaning">Advice on giving meaning (betekenisgeving).</param>
/// <param name="CoreMessage">The core message that is proposed.</param>
/// <param name="NextDue">When the next analysis is due.</param>
public sealed record EnvironmentAdvice(string Information, string Damage, string Meaning, string CoreMessage, DateTimeOffset? NextDue);

/// <summary>Freeze the page as it is now.</summary>
/// <param name="Number">One above the last frozen.</param>
public sealed record FreezeEnvironmentAnalysis(int Number, EnvironmentAdvice Advice);

/// <summary>A version in the list.</summary>
public sealed record EnvironmentVersionLine(int Number, string By, string Municipality, DateTimeOffset At, DateTimeOffset? NextDue);

/// <summary>A frozen version.</summary>
/// <param name="Municipality">Name of where <paramref name="By"/> works.</param>
/// <param name="Text">The page as a block of text.</param>
public sealed record EnvironmentVersion(
    int Number,
    EnvironmentPicture Picture,
    EnvironmentAdvice Advice,
    string By,
    string Municipality,
    DateTimeOffset At,
    string Text
);

/// <summary>A crisis by the hour, for its evaluation.</summary>
public sealed record EnvironmentHours(Guid Crisis, IReadOnlyList<EnvironmentHourOf> Hours);

/// <summary>One hour. A count that is null is hidden.</summary>
/// <param name="Answered">In how many of the conversations of this hour a colleague has answered by now; a week after the end of the crisis is the last that counts.</param>
public sealed record EnvironmentHourOf(DateTimeOffset Hour, int? Messages, int? Questions, int? Answered);
