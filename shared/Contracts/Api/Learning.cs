namespace WebcareHub.Contracts.Api;

// What questions teach: which topics are asked, top to tail, and one page about a topic or theme for the department that owns it.
//   GET /figures/topics?scope=&from=&until=&at=      topics, the most asked first (TopicRanking)
//   GET /figures/topics/file?…&form=                 the same as a table
//   GET /figures/topics/digest?scope=&topic=&theme=&from=&until=&at=   about one topic with those below it, or one theme (TopicDigest)
//   GET /figures/topics/digest/text?…                the same as plain text
// Reading: as of figures. Beyond the own municipality fewer than five are never told, also not as what is missing from a whole.

/// <summary>Topics of a scope and period, the most asked first.</summary>
/// <param name="Until">The last day that counts.</param>
/// <param name="Questions">All that arrived.</param>
/// <param name="Topics">Those without a topic are in <paramref name="Unrecognised"/>.</param>
/// <param name="Unrecognised">Questions of which no topic was recognised; null: too few to tell, then they are in <paramref name="Rest"/>.</param>
/// <param name="Rest">Questions of topics that are too small to tell, taken together.</param>
/// <param name="Head">So many of the topics, from the top, are together at least eighty of a hundred questions with a topic.</param>
public sealed record TopicRanking(
    string Scope,
    string ScopeTitle,
    IReadOnlyList<ScopeName> Scopes,
    DateOnly From,
    DateOnly Until,
    DateTimeOffset At,
    int Questions,
    IReadOnlyList<RankedTopic> Topics,
    int? Unrecognised,
    int Rest,
    int Head,
    Lag Lag
);

/// <summary>One topic in its place.</summary>
/// <param name="Place">From 1.</param>
/// <param name="Share">Of a hundred questions with a topic.</param>
/// <param name="Cumulative">Of a hundred questions with a topic, how many are about this topic or one above it.</param>
/// <param name="FirstResponse">The median in minutes of opening hours; null when nothing is answered, or too few.</param>
/// <param name="Unanswered">Of a hundred questions past due, how many have no answer; null when there are none, or too few.</param>
/// <param name="Satisfaction">The mean; null when nobody rated, or too few did.</param>
/// <param name="StandardAnswers">How many standard answers the blueprint has for it.</param>
public sealed record RankedTopic(
    int Place,
    string Topic,
    string Title,
    int Questions,
    double Share,
    double Cumulative,
    double? FirstResponse,
    double? Unanswered,
    double? Satisfaction,
    int StandardAnswers
);

/// <summary>One page about a topic or theme: numbers alone, no word of a resident.</summary>
/// <param name="Title">Of the topic or theme, Dutch.</param>
/// <param name="Until">The last day that counts.</param>
/// <param name="Topics">What can be chosen, by title.</param>
/// <param name="Parts">In the order of the page, Dutch.</param>
public sealed record TopicDigest(
    string Scope,
    string ScopeTitle,
    IReadOnlyList<ScopeName> Scopes,
    string? Topic,
    string? Theme,
    string Title,
    DateOnly From,
    DateOnly Until,
    DateTimeOffset At,
    IReadOnlyList<TopicName> Topics,
    IReadOnlyList<DigestPart> Parts
);

/// <summary>A topic or theme as it is called.</summary>
/// <param name="Id">Of the topic, or the theme.</param>
/// <param name="IsTheme">It is a theme.</param>
public sealed record TopicName(string Id, string Title, bool IsTheme);

/// <summary>A part of the page.</summary>
/// <param name="Lines">Whole sentences.</param>
public sealed record DigestPart(string Title, IReadOnlyList<string> Lines);
