namespace WebcareHub.Contracts.Api;

// Reports of one page: for the team each week, for managers each month, for the board each quarter. The same parts, chosen differently; a part that
// does not belong to a report is empty.
//   GET /reports/{kind}?scope=&period=&at=           one report (PeriodReport); kind week, month or quarter; period 2026-W47, 2026-11 or 2026-Q4,
//                                                    without it the last one that is over
//   GET /reports/{kind}/file?…&form=                 the same as a table
//   GET /figures/dictionary                          what each table and column of Monitoring means (DataDictionary)
//   GET /figures/dictionary/file?form=               the same as a table
//   GET /newsroom/file, /figures/comparison/file, /figures/money/file, /figures/topics/file: those as tables
// form: nl (semicolons, decimal commas; without it) or iso (commas, decimal points).
// Reading: as of figures; the report of a week also webcare and spokesperson of the municipality.

/// <summary>A report of one page.</summary>
/// <param name="Kind">week, month or quarter.</param>
/// <param name="Period">2026-W47, 2026-11 or 2026-Q4.</param>
/// <param name="Until">The last day that counts.</param>
/// <param name="At">As known at this moment.</param>
/// <param name="Figures">Those of which there is something to tell.</param>
/// <param name="Channels">How many questions by channel.</param>
/// <param name="PartsOfDay">How many questions by the part of the day in which they arrived.</param>
/// <param name="Weeks">How many questions by week, by its Monday.</param>
/// <param name="Topics">The most asked first.</param>
/// <param name="WithoutAnswer">Topics that the blueprint has no standard answer for, the most asked first.</param>
/// <param name="Cost">Of the own municipality only.</param>
public sealed record PeriodReport(
    string Kind,
    string Period,
    string Scope,
    string ScopeTitle,
    IReadOnlyList<ScopeName> Scopes,
    DateOnly From,
    DateOnly Until,
    DateTimeOffset At,
    int Questions,
    IReadOnlyList<ReportFigure> Figures,
    IReadOnlyList<FigurePart> Channels,
    IReadOnlyList<FigurePart> PartsOfDay,
    IReadOnlyList<FigurePart> Weeks,
    IReadOnlyList<TopicFigure> Topics,
    IReadOnlyList<TopicFigure> WithoutAnswer,
    ReportCost? Cost,
    Lag Lag
);

/// <summary>A figure with what it was in the period before.</summary>
/// <param name="Value">Null when there is nothing to count, or it is <paramref name="Hidden"/>.</param>
/// <param name="Before">In the period of the same length before.</param>
public sealed record ReportFigure(
    string Id,
    string Title,
    string Text,
    string Unit,
    double? Value,
    bool Hidden,
    double? Before,
    bool BeforeHidden,
    double? Target,
    int Questions
);

/// <summary>What the contacts of the period cost, in euros.</summary>
/// <param name="Avoidable">Contacts that need not have been.</param>
/// <param name="OwnCosts">By the municipality's own figures.</param>
public sealed record ReportCost(int Contacts, double Total, int Avoidable, bool OwnCosts);

/// <summary>What tables and columns mean, and how each figure is counted.</summary>
public sealed record DataDictionary(IReadOnlyList<DictionaryTable> Tables, IReadOnlyList<FigureDefinition> Figures);

/// <summary>A table that can be fetched.</summary>
/// <param name="Id">Fixed name.</param>
/// <param name="Title">Dutch.</param>
public sealed record DictionaryTable(string Id, string Title, IReadOnlyList<DictionaryColumn> Columns);

/// <summary>A column of a table.</summary>
/// <param name="Name">As in the head of the table.</param>
/// <param name="Unit">What a number in it is in, Dutch; empty for words.</param>
/// <param name="Means">Dutch.</param>
public sealed record DictionaryColumn(string Name, string Unit, string Means);
