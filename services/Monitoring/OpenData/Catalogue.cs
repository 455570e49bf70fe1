using System.Collections.Concurrent;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;
using WebcareHub.Monitoring.Peers;

namespace WebcareHub.Monitoring.OpenData;

/// <summary>
/// What there is of open data: the means that comparisons tell, and no other. What is made here anew from the same figures would, beside those
/// means, say more than they do.
/// </summary>
internal sealed class Catalogue(Comparing comparing, Comparisons told, BlueprintThen then, TimeProvider time)
{
    internal const string Licence = "CC0-1.0";

    private const string Text =
        "Gemiddelden van minstens vijf gemeenten die een cijfer delen: heel Nederland, per provincie, per regio en per grootte. Per hele maand, geteld een week "
        + "erna en daarna niet meer veranderd. Elk gemiddelde is afgerond. Een groep staat er niet bij als daaruit, ook samen met andere groepen en "
        + "maanden, iets over minder dan vijf gemeenten zou volgen. Er staan geen persoonsgegevens in.";

    private readonly ConcurrentDictionary<DateOnly, OpenDataMonth> _made = new();

    internal async Task<OpenDataCatalogue> ReadAsync(CancellationToken ct) =>
        new(
            "Webcare van gemeenten",
            Text,
            Licence,
            "https://creativecommons.org/publicdomain/zero/1.0/deed.nl",
            [.. (await MonthsAsync(ct)).Select(Comparing.Write)],
            [.. MeansCsv.Layout.Columns.Select(column => new DictionaryColumn(column.Name, column.Unit, column.Means))],
            MonthValues.Figures(await then.AtAsync(null, ct))
        );

    /// <summary>Null when there is no such month.</summary>
    /// <param name="month">Without it the last one.</param>
    internal async Task<OpenDataMonth?> OfAsync(string? month, CancellationToken ct)
    {
        var months = await MonthsAsync(ct);
        var found = string.IsNullOrEmpty(month) ? months.FirstOrDefault() : months.FirstOrDefault(each => Comparing.Write(each) == month);
        return found == default ? null
            : _made.TryGetValue(found, out var made) ? made
            : _made[found] = await MakeAsync(found, ct);
    }

    /// <summary>Of the months of which comparisons stand, those of which there is something to tell.</summary>
    private async Task<List<DateOnly>> MonthsAsync(CancellationToken ct)
    {
        var standing = await comparing.MonthsAsync(time.GetUtcNow(), ct);
        return [.. (await told.TellingAsync(ct)).Where(standing.Contains)];
    }

    private async Task<OpenDataMonth> MakeAsync(DateOnly month, CancellationToken ct)
    {
        var at = MonthValues.CountedAt(month);
        var blueprint = await then.AtAsync(at, ct);
        var figures = MonthValues.Figures(blueprint);
        var means = (await told.AllAsync(month, ct)).ToLookup(mean => mean.Group);
        return new(
            Comparing.Write(month),
            at,
            Licence,
            [
                .. Comparing
                    .GroupsOf(blueprint)
                    .SelectMany(group =>
                        figures.SelectMany(figure =>
                            means[group.Id]
                                .Where(mean => mean.Figure == figure.Id)
                                .Select(mean => Of(group, figure, (mean.Mean, mean.Members)))
                        )
                    ),
            ]
        );
    }

    private static OpenMean Of(Grouping.Group group, FigureDefinition figure, (double Mean, int Members) mean)
    {
        var (value, atLeast) = Comparing.Shown(figure.Unit, mean);
        return new(group.Id, group.Title, figure.Id, figure.Title, figure.Unit, value!.Value, atLeast);
    }
}
