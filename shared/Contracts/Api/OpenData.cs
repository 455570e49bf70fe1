namespace WebcareHub.Contracts.Api;

// Open data, without sign-in: what the comparison shows of its groups, and nothing else. Whole months, means of at least five municipalities that
// share the figure, rounded, as counted a week after the month; they do not change afterwards. May be kept by who reads it for an hour.
//   GET /open-data                                   what there is (OpenDataCatalogue)
//   GET /open-data/figures?month=                    one month (OpenDataMonth); month yyyy-MM, without it the last one
//   GET /open-data/figures/file?month=&form=         the same as a table; form nl or iso

/// <summary>What there is.</summary>
/// <param name="Title">Dutch.</param>
/// <param name="Text">How it is made, Dutch.</param>
/// <param name="Licence">SPDX id.</param>
/// <param name="Months">yyyy-MM, the newest first; only months of which there is something to tell.</param>
/// <param name="Columns">Of the table.</param>
/// <param name="Figures">What each figure counts.</param>
public sealed record OpenDataCatalogue(
    string Title,
    string Text,
    string Licence,
    string LicenceUrl,
    IReadOnlyList<string> Months,
    IReadOnlyList<DictionaryColumn> Columns,
    IReadOnlyList<FigureDefinition> Figures
);

/// <summary>The means of one month.</summary>
/// <param name="Month">yyyy-MM.</param>
/// <param name="CountedAt">As known at this moment.</param>
/// <param name="Licence">SPDX id.</param>
/// <param name="Means">By group, then in the order of the figures. A group or figure that would tell about fewer than five is not there.</param>
public sealed record OpenDataMonth(string Month, DateTimeOffset CountedAt, string Licence, IReadOnlyList<OpenMean> Means);

/// <summary>The mean of one figure over the municipalities of a group that share it.</summary>
/// <param name="Group">nl, a province (province-drenthe) or a region id.</param>
/// <param name="GroupTitle">Dutch.</param>
/// <param name="Figure">As in the blueprint.</param>
/// <param name="Title">Dutch.</param>
/// <param name="Unit">One of <see cref="FigureUnits"/>.</param>
/// <param name="Value">Rounded.</param>
/// <param name="AtLeast">At least so many municipalities are in it, by fives.</param>
public sealed record OpenMean(string Group, string GroupTitle, string Figure, string Title, string Unit, double Value, int AtLeast);
