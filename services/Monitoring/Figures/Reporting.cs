using System.Collections.Concurrent;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Projections;

namespace WebcareHub.Monitoring.Figures;

/// <summary>Makes the report of a scope and period. The last one of each is kept for half a minute: many look at the same.</summary>
internal sealed class Reporting(Gathering gathering, LagNow lag, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);
    private const int MostKept = 200;
    private readonly ConcurrentDictionary<(string, DateOnly, DateOnly, DateTimeOffset?), (DateTimeOffset Made, FigureReport Report)> _kept =
        new();

    /// <param name="at">Null: now.</param>
    internal async Task<FigureReport> OfAsync(Scope scope, DateOnly from, DateOnly until, DateTimeOffset? at, CancellationToken ct)
    {
        var (key, now) = ((scope.Code, from, until, at), time.GetUtcNow());
        if (_kept.TryGetValue(key, out var kept) && kept.Made + Kept > now && kept.Made <= now)
        {
            return kept.Report with { Scopes = scope.Open };
        }

        var definitions = Definitions.In(scope.Blueprint.For(scope.Code));
        var counted = await CountedAsync(scope, Period.Of(from, until, at ?? now), ct);
        var report = new FigureReport(
            scope.Code,
            scope.Title,
            scope.Open,
            from,
            until,
            at ?? now,
            counted.Count,
            [.. definitions.Select(each => Computing.Of(FigureRules.All.First(rule => rule.Id == each.Id), each, counted, !scope.Own))],
            Topics(scope, counted),
            await lag.AskAsync(ct)
        );
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        _kept[key] = (now, report);
        return report;
    }

    internal Task<IReadOnlyList<Counted>> CountedAsync(Scope scope, Period period, CancellationToken ct) =>
        gathering.OfAsync(scope.Code, period, Ahead(scope), ct);

    /// <summary>Someone comes back so many days after the end of their question, which itself may last as long again.</summary>
    private static int Ahead(Scope scope) =>
        2 * Definitions.In(scope.Blueprint.For(scope.Code)).Select(each => each.Days ?? 0).DefaultIfEmpty().Max() + 31;

    private static IReadOnlyList<TopicFigure> Topics(Scope scope, IReadOnlyList<Counted> counted)
    {
        var blueprint = scope.Blueprint.For(scope.Code);
        var topics = counted
            .GroupBy(one => one.Facts.Topic ?? "")
            .OrderByDescending(topic => topic.Count())
            .ThenBy(topic => topic.Key, StringComparer.Ordinal)
            .ToList();
        return
        [
            .. (scope.Own ? topics : Computing.Told(topics))
                .OrderBy(topic => topic.Key.Length == 0)
                .Select(topic => new TopicFigure(
                    topic.Key.Length == 0 ? null : topic.Key,
                    blueprint.Topic(topic.Key)?.Title,
                    topic.Count(),
                    topic.Count(one => one.Facts is { FirstAnswer: null, ResolvedAt: null }),
                    blueprint.Answers.Count(answer => answer.Topics.Contains(topic.Key))
                )),
        ];
    }
}
