using WebcareHub.Blueprint.Backtesting.Replaying;
using WebcareHub.Blueprint.Backtesting.Reporting;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;
using Rules = WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Backtesting;

/// <summary>Does what was asked, from the log to a report.</summary>
internal sealed class BacktestRun(Database database, Vault vault, BlueprintEditions editions)
{
    /// <param name="Lanes">Threads beside the one that reads.</param>
    internal sealed record Asked(
        string Municipality,
        IReadOnlyList<LayerFiles> Layers,
        DateOnly From,
        DateOnly Until,
        BacktestScope Scope,
        BacktestBaseline Against,
        DateTimeOffset Now,
        int Lanes = 1
    );

    /// <param name="between">As in <see cref="Replay.RunAsync"/>.</param>
    internal async Task<StoredReport> RunAsync(Asked asked, Func<double, long, Task> between, CancellationToken ct)
    {
        var edition = await editions.ReadAsync(ct);
        var (sharing, notSharing) = Scope(asked, edition.InForce);
        var replay = new Replay(database, vault, TrialOf(asked, edition), [asked.Municipality, .. sharing], asked.Lanes);
        var tallies = await replay.RunAsync(between, ct);
        var names = edition.InForce.Register.DistinctBy(town => town.Code).ToDictionary(town => town.Code, town => town.Name);
        return new Totals(asked.Municipality, tallies, code => names.GetValueOrDefault(code, code)).Report(notSharing);
    }

    private static Trial TrialOf(Asked asked, BlueprintEditions.Edition edition)
    {
        var candidate = edition.With(asked.Layers);
        var until = Midnight(asked.Until.AddDays(1));
        return new(
            Midnight(asked.From),
            until,
            until < asked.Now ? until : asked.Now,
            candidate.For,
            asked.Against == BacktestBaseline.InForce ? edition.InForce.For : null
        );
    }

    /// <summary>The others whose messages count, and how many there are that keep theirs.</summary>
    private static (IReadOnlyList<string> Sharing, int NotSharing) Scope(Asked asked, Rules.Blueprint blueprint)
    {
        IEnumerable<string> towns = asked.Scope switch
        {
            BacktestScope.Municipality => [],
            BacktestScope.Region => blueprint
                .Layers.Where(layer => layer.Kind == "region" && layer.Members.Contains(asked.Municipality))
                .SelectMany(layer => layer.Members),
            _ => blueprint.Register.Select(town => town.Code),
        };
        var others = towns.Where(code => code != asked.Municipality).Distinct().ToList();
        var sharing = blueprint
            .Layers.Where(layer => layer.Adoption.SharesBacktests && others.Contains(layer.Code))
            .Select(layer => layer.Code)
            .Order(StringComparer.Ordinal)
            .ToList();
        return (sharing, others.Count - sharing.Count);
    }

    private static DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Amsterdam.GetUtcOffset(local)).ToUniversalTime();
    }

    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
}
