namespace WebcareHub.Contracts.Api;

// Figures over a period, all of municipalities and none of one colleague. Monitoring computes them from the events; what each counts is defined
// once, in the blueprint (cijfers), and travels with it. Scope: a CBS code, a region id or nl; without it the caller's own municipality. Days are
// Dutch local dates. Everything takes at: what was known at that moment; without it now.
//   GET  /figures?scope=&from=&until=&at=                      the figures of a period (FigureReport); until counts along
//   GET  /figures/file?scope=&from=&until=&at=                 the same as a file; what its columns mean stands in its last rows
//   GET  /figures/{id}/conversations?scope=&from=&until=&at=&channel=&bucket=   the questions behind a figure (ConversationsBehind)
//   GET  /figures/definitions?at=                              what each figure counts (FigureDefinitions)
//   GET  /figures/lag                                          how far the counting is behind the log (Lag), for all that is counted
// Reading: analyst, manager, admin of the municipality; a coordinator also reads the region or nation, as totals.

/// <summary>The figures of one scope and period.</summary>
/// <param name="ScopeTitle">Dutch, to read.</param>
/// <param name="Scopes">What the caller may choose, this one among them.</param>
/// <param name="Until">The last day that counts.</param>
/// <param name="At">As known at this moment.</param>
/// <param name="Questions">That arrived in the period.</param>
/// <param name="Topics">From most to fewest; at the end those without a topic, as null. Few are taken together.</param>
public sealed record FigureReport(
    string Scope,
    string ScopeTitle,
    IReadOnlyList<ScopeName> Scopes,
    DateOnly From,
    DateOnly Until,
    DateTimeOffset At,
    int Questions,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<TopicFigure> Topics,
    Lag Lag
);

/// <summary>A scope as it is called.</summary>
/// <param name="Code">A CBS code, a region id or nl.</param>
/// <param name="Title">Dutch, to read.</param>
public sealed record ScopeName(string Code, string Title);

/// <summary>One figure.</summary>
/// <param name="Id">As in the blueprint: first-response, satisfaction, …</param>
/// <param name="Title">Dutch.</param>
/// <param name="Text">What is counted and what not, Dutch.</param>
/// <param name="Unit">One of <see cref="FigureUnits"/>.</param>
/// <param name="Value">A share, a mean or a count; of a duration the median. Null when there is nothing to count, or it is hidden.</param>
/// <param name="Ninety">Of a duration: nine of ten are no longer than this.</param>
/// <param name="Target">What the blueprint aims at.</param>
/// <param name="Reference">What it is elsewhere, as the blueprint tells.</param>
/// <param name="Questions">How many questions it is computed from.</param>
/// <param name="Hidden">Too few to show.</param>
/// <param name="Distribution">In order, together all <paramref name="Questions"/>; empty for a share or a count.</param>
/// <param name="Channels">The same figure by channel code.</param>
/// <param name="PartsOfDay">The same figure by the part of the day in which the question arrived: night, morning, afternoon, evening.</param>
/// <param name="Weeks">The same figure by the week in which the question arrived, by its Monday (yyyy-MM-dd), in order.</param>
public sealed record Figure(
    string Id,
    string Title,
    string Text,
    string Unit,
    double? Value,
    double? Ninety,
    double? Target,
    double? Reference,
    int Questions,
    bool Hidden,
    IReadOnlyList<FigureBucket> Distribution,
    IReadOnlyList<FigurePart> Channels,
    IReadOnlyList<FigurePart> PartsOfDay,
    IReadOnlyList<FigurePart> Weeks
);

/// <summary>In what a figure is.</summary>
public static class FigureUnits
{
    /// <summary>Minutes.</summary>
    public const string Minutes = "minutes";

    /// <summary>Of a hundred.</summary>
    public const string Percent = "percent";

    /// <summary>From 1 to 10.</summary>
    public const string Score = "score";

    /// <summary>A number of something.</summary>
    public const string Count = "count";
}

/// <summary>How many questions lie in a stretch of a distribution.</summary>
/// <param name="From">At least, in the figure's unit.</param>
/// <param name="Below">Less than; null: no end.</param>
public sealed record FigureBucket(double From, double? Below, int Questions);

/// <summary>The figure of one part.</summary>
/// <param name="Key">Channel code, part of the day or Monday.</param>
/// <param name="Value">Null when there is nothing to count, or it is hidden.</param>
/// <param name="Hidden">Too few to show.</param>
public sealed record FigurePart(string Key, double? Value, double? Ninety, int Questions, bool Hidden);

/// <summary>Questions about one topic.</summary>
/// <param name="Topic">Null: none was recognised.</param>
/// <param name="Unanswered">Of them without an answer.</param>
/// <param name="StandardAnswers">How many standard answers the blueprint has for it.</param>
public sealed record TopicFigure(string? Topic, string? Title, int Questions, int Unanswered, int StandardAnswers);

/// <summary>What each figure counts, in the order of the blueprint.</summary>
public sealed record FigureDefinitions(IReadOnlyList<FigureDefinition> Figures);

/// <summary>What one figure counts.</summary>
/// <param name="Layer">Whose text it is: nl, a region id or a CBS code.</param>
/// <param name="Days">For figures that look some days ahead.</param>
public sealed record FigureDefinition(
    string Id,
    string Title,
    string Text,
    string Unit,
    double? Target,
    double? Reference,
    int? Days,
    string Layer
);

/// <summary>The questions behind a number, the newest first and at most two hundred.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Conversations">Empty outside the caller's own municipality: others see how many, not which.</param>
public sealed record ConversationsBehind(string Scope, string What, int Total, IReadOnlyList<ConversationBehind> Conversations);

/// <summary>A question behind a number, without a word of the resident; the desk shows the rest to who may read it.</summary>
/// <param name="Value">Of this question, in the figure's unit; null where it has none of its own.</param>
public sealed record ConversationBehind(
    Guid ConversationId,
    string Municipality,
    string Channel,
    string? Topic,
    string? TopicTitle,
    DateTimeOffset OpenedAt,
    DateTimeOffset? ResolvedAt,
    double? Value
);

/// <summary>How far the counting is behind the log.</summary>
/// <param name="Events">Events not counted yet.</param>
/// <param name="Seconds">How old the oldest of them is; 0 when there are none.</param>
/// <param name="Rebuilding">It is being counted anew; until that is done the old counting serves.</param>
/// <param name="Rebuilt">Of a hundred, while it is.</param>
/// <param name="Projections">Each thing that is counted; null where it was not asked for all.</param>
public sealed record Lag(long Events, double Seconds, bool Rebuilding, double? Rebuilt, IReadOnlyList<ProjectionLag>? Projections = null);

/// <summary>How far one thing that is counted is behind the log.</summary>
/// <param name="Projection">questions, environment or hours.</param>
public sealed record ProjectionLag(string Projection, long Events, double Seconds, bool Rebuilding, double? Rebuilt);
