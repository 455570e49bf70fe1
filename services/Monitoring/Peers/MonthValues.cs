using System.Collections.Concurrent;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Monitoring.Peers;

/// <summary>The figures of municipalities over a whole month, as known a week after it. They do not change any more, so they are kept.</summary>
internal sealed class MonthValues(Gathering gathering)
{
    private const int Ahead = 10;
    private readonly ConcurrentDictionary<(DateOnly, string, string), double?> _known = new();

    /// <summary>As known at this moment.</summary>
    internal static DateTimeOffset CountedAt(DateOnly month) => Local.Utc(month.AddMonths(1).AddDays(7));

    internal async Task<double?> OfAsync(string municipality, FigureDefinition figure, DateOnly month, CancellationToken ct)
    {
        if (_known.TryGetValue((month, municipality, figure.Id), out var known))
        {
            return known;
        }

        var period = Period.Of(month, month.AddMonths(1).AddDays(-1), CountedAt(month));
        var counted = await gathering.OfAsync([municipality], period, Ahead, ct);
        var rule = FigureRules.All.First(each => each.Id == figure.Id);
        var measured = counted
            .Select(one => (One: one, Value: rule.Measure(one, figure.Days ?? 0)))
            .Where(each => each.Value is not null)
            .Select(each => new Computing.Measured(each.One, each.Value!.Value))
            .ToList();
        return _known[(month, municipality, figure.Id)] = Computing.Together(rule.Kind, measured).Value;
    }

    /// <summary>By the national words and days: everybody alike.</summary>
    internal static IReadOnlyList<FigureDefinition> Figures(Blueprint blueprint) => Definitions.In(blueprint.For(Blueprint.National));
}
