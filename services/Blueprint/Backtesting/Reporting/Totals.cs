using WebcareHub.Blueprint.Backtesting.Replaying;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Blueprint.Backtesting.Reporting;

/// <summary>
/// From counts per municipality to one report. Numbers of another municipality that are small enough to point at somebody are neither shown nor
/// added to a total, so that they cannot be found by subtracting either.
/// </summary>
internal sealed class Totals(string own, IReadOnlyDictionary<string, Tally> tallies, Func<string, string> nameOf)
{
    /// <summary>The smallest number of another municipality that is shown.</summary>
    internal const int Smallest = 5;

    private const int MostMoves = 20;
    private static readonly BacktestChange[] All = Enum.GetValues<BacktestChange>();

    /// <summary>Those with messages enough to be counted at all; the own one first.</summary>
    private readonly List<(string Code, Tally Tally)> _counted =
    [
        .. tallies
            .Where(each => each.Key == own || each.Value.Messages >= Smallest)
            .OrderBy(each => each.Key != own)
            .ThenBy(each => each.Key, StringComparer.Ordinal)
            .Select(each => (each.Key, each.Value)),
    ];

    internal StoredReport Report(int notSharing) =>
        new(
            Sum(tally => tally.Messages),
            Sum(tally => tally.Changed),
            Sum(tally => tally.Erased),
            Sum(tally => tally.Unreadable),
            notSharing,
            [.. All.Select(Kind)],
            new(Sum(tally => tally.InTime.Known), Sum(tally => tally.InTime.LateBefore), Sum(tally => tally.InTime.LateAfter)),
            [.. tallies.Keys.OrderBy(code => code != own).ThenBy(code => code, StringComparer.Ordinal).Select(Municipality)],
            [.. Enumerable.Range(0, Hours.Day).Select(Hour).Where(hour => hour.Messages > 0 || hour.Region.After + hour.Nation.After > 0)]
        );

    private BacktestHour Hour(int hour) =>
        new(
            hour,
            Sum(tally => tally.Hours[hour].Messages),
            new(Sum(tally => tally.Hours[hour].RegionBefore), Sum(tally => tally.Hours[hour].RegionAfter)),
            new(Sum(tally => tally.Hours[hour].NationBefore), Sum(tally => tally.Hours[hour].NationAfter)),
            new(
                Sum(tally => tally.Hours[hour].Known),
                Sum(tally => tally.Hours[hour].LateBefore),
                Sum(tally => tally.Hours[hour].LateAfter)
            )
        );

    private StoredKind Kind(BacktestChange kind) => new(kind, Sum(tally => tally.Of(kind)), [.. Moves(kind)], [.. Samples(kind)]);

    private IEnumerable<BacktestMove> Moves(BacktestChange kind) =>
        _counted
            .SelectMany(each => each.Tally.Moves.Where(move => move.Key.Kind == kind && Shown(each.Code, move.Value) > 0))
            .GroupBy(move => (move.Key.From, move.Key.To))
            .Select(same => new BacktestMove(same.Key.From, same.Key.To, same.Sum(move => move.Value)))
            .OrderByDescending(move => move.Count)
            .ThenBy(move => move.From, StringComparer.Ordinal)
            .ThenBy(move => move.To, StringComparer.Ordinal)
            .Take(MostMoves);

    private IEnumerable<StoredSample> Samples(BacktestChange kind) =>
        _counted
            .Where(each => Shown(each.Code, each.Tally.Of(kind)) > 0)
            .SelectMany(each => each.Tally.SamplesOf(kind))
            .OrderBy(sample => sample.Key)
            .Take(Tally.MostSamples)
            .Select(sample => sample.Value);

    private BacktestMunicipality Municipality(string code)
    {
        var tally = tallies[code];
        var counted = code == own || tally.Messages >= Smallest;
        return new(
            code,
            nameOf(code),
            Shown(code, tally.Messages),
            counted ? Shown(code, tally.Changed) : null,
            [.. All.Select(kind => new BacktestCount(kind, counted ? Shown(code, tally.Of(kind)) : null))]
        );
    }

    private int Sum(Func<Tally, int> number) => _counted.Sum(each => Shown(each.Code, number(each.Tally)) ?? 0);

    private int? Shown(string code, int number) => code == own || number is 0 or >= Smallest ? number : null;
}
