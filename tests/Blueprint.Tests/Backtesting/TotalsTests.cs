using WebcareHub.Blueprint.Backtesting.Replaying;
using WebcareHub.Blueprint.Backtesting.Reporting;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Blueprint.Tests.Backtesting;

public sealed class TotalsTests
{
    private static readonly Difference ToHigh = new(BacktestChange.Priority, "normal", "high");

    [Fact]
    public void Small_numbers_of_another_municipality_are_not_shown_and_in_no_total()
    {
        var report = Report(("GM0088", 3, 1), ("GM0072", 40, 4), ("GM0193", 40, 6));

        var priority = report.Kinds.Single(kind => kind.Kind == BacktestChange.Priority);
        priority.Count.ShouldBe(7);
        priority.Moves.Single().ShouldBe(new BacktestMove("normal", "high", 7));
        priority.Samples.Select(sample => sample.Municipality).Distinct().ShouldBe(["GM0088", "GM0193"], ignoreOrder: true);
        Count(report, "GM0072").ShouldBeNull();
        Count(report, "GM0193").ShouldBe(6);
        report.Messages.ShouldBe(83);
    }

    [Fact]
    public void The_own_municipality_is_shown_however_small_and_comes_first()
    {
        var report = Report(("GM0072", 50, 5), ("GM0088", 1, 1));

        report.Municipalities.Select(town => town.Code).ShouldBe(["GM0088", "GM0072"]);
        Count(report, "GM0088").ShouldBe(1);
    }

    [Fact]
    public void Of_a_municipality_with_only_a_few_messages_nothing_is_shown()
    {
        var report = Report(("GM0088", 10, 0), ("GM0072", 4, 0));

        var other = report.Municipalities.Single(town => town.Code == "GM0072");
        other.Messages.ShouldBeNull();
        other.Changed.ShouldBeNull();
        other.Kinds.ShouldAllBe(kind => kind.Count == null);
        report.Messages.ShouldBe(10);
    }

    [Fact]
    public void Twenty_samples_stay_and_they_are_the_same_in_whatever_order_the_messages_came()
    {
        var (forth, back) = (Tally("GM0088", [.. Enumerable.Range(1, 500)]), Tally("GM0088", [.. Enumerable.Range(1, 500).Reverse()]));
        var halves = Tally("GM0088", [.. Enumerable.Range(1, 250)]);
        halves.Add(Tally("GM0088", [.. Enumerable.Range(251, 250)]));

        var reports = new[] { forth, back, halves }.Select(tally =>
            new Totals("GM0088", new Dictionary<string, Tally> { ["GM0088"] = tally }, code => code).Report(0)
        );

        reports.Select(report => report.Hash()).Distinct().Count().ShouldBe(1);
        reports.First().Kinds.Single(kind => kind.Count > 0).Samples.Count.ShouldBe(20);
    }

    private static int? Count(StoredReport report, string town) =>
        report.Municipalities.Single(each => each.Code == town).Kinds.Single(kind => kind.Kind == BacktestChange.Priority).Count;

    private static StoredReport Report(params (string Code, int Messages, int Changed)[] towns) =>
        new Totals(
            "GM0088",
            towns.ToDictionary(
                town => town.Code,
                town =>
                {
                    var tally = Tally(town.Code, [.. Enumerable.Range(1, town.Changed)]);
                    tally.Messages = town.Messages;
                    return tally;
                }
            ),
            code => code
        ).Report(0);

    private static Tally Tally(string town, int[] places)
    {
        var tally = new Tally { Messages = places.Length, Changed = places.Length };
        foreach (var place in places)
        {
            var lot = Blueprint.Backtesting.Replaying.Tally.Lot(place);
            tally.Add(ToHigh);
            if (tally.Wants(ToHigh.Kind, lot))
            {
                tally.Add(ToHigh.Kind, lot, new StoredSample(town, Guid.Empty, place, default, "whatsapp", "normal", "high", null));
            }
        }

        return tally;
    }
}
