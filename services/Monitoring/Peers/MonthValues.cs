using System.Collections.Concurrent;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Monitoring.Peers;

/// <summary>The figures of municipalities over a whole month, as known and defined a week after it. They do not change any more, so they are kept.</summary>
internal sealed class MonthValues(Gathering gathering, BlueprintThen then)
{
    private const int Ahead = 10;
    private readonly ConcurrentDictionary<(DateOnly, string), IReadOnlyDictionary<string, double>> _known = new();

    /// <summary>As known at this moment.</summary>
    internal static DateTimeOffset CountedAt(DateOnly month) => Local.Utc(month.AddMonths(1).AddDays(7));

    /// <summary>By figure; one with nothing to count is absent.</summary>
    internal async Task<IReadOnlyDictionary<string, double>> OfAsync(string municipality, DateOnly month, CancellationToken ct) =>
        _known.TryGetValue((month, municipality), out var known)
            ? known
            : _known[(month, municipality)] = await CountAsync(municipality, month, ct);

    private async Task<IReadOnlyDictionary<string, double>> CountAsync(string municipality, DateOnly month, CancellationToken ct)
    {
        var period = Period.Of(month, month.AddMonths(1).AddDays(-1), CountedAt(month));
        var counted = await gathering.OfAsync([municipality], period, Ahead, ct);
        var values = new Dictionary<string, double>();
        foreach (var figure in Figures(await then.AtAsync(period.At, ct)))
        {
            var rule = FigureRules.All.First(each => each.Id == figure.Id);
            var measured = counted
                .Select(one => (One: one, Value: rule.Measure(one, figure.Days ?? 0)))
                .Where(each => each.Value is not null)
                .Select(each => new Computing.Measured(each.One, each.Value!.Value))
                .ToList();
            if (Computing.Together(rule.Kind, measured).Value is { } value)
            {
                values[figure.Id] = value;
            }
        }

        return values;
    }

    /// <summary>By the national words and days: everybody alike.</summary>
    internal static IReadOnlyList<FigureDefinition> Figures(Blueprint blueprint) => Definitions.In(blueprint.For(Blueprint.National));
}
