using WebcareHub.Contracts.Api;
using WebcareHub.Crisis.Rehearsing.Reporting;

namespace WebcareHub.Crisis.Tests.Rehearsing;

/// <summary>What came of an exercise, added up from what happened.</summary>
public sealed class ReportTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Together = Guid.NewGuid();

    private static readonly Dictionary<string, string> Municipalities = new() { ["GM0072"] = "Harlingen", ["GM0088"] = "Schiermonnikoog" };

    [Fact]
    public void It_counts_who_answered_what_and_how_soon()
    {
        var report = Report();

        (report.Messages, report.Conversations, report.Answered, report.Waiting).ShouldBe((6, 5, 3, 1));
        (report.FirstResponse.P50, report.FirstResponse.P90, report.FirstResponse.Longest).ShouldBe((240, 1200, 1200));
        report.FirstResponse.Bands.Select(band => band.Conversations).ShouldBe([1, 1, 0, 1, 0]);
        var island = report.Municipalities.Single(each => each.Code == "GM0088");
        (island.AnsweredAtHome, island.AnsweredByOthers, island.AnsweredInGroups, island.Waiting, island.Late).ShouldBe((0, 1, 1, 1, 1));
        report.Topics[0].ShouldBe(new RehearsalTopic("water.overlast", 4, 2));
        report.Groups.Single().ShouldBe(new RehearsalGroup(Together, "water.overlast", 1, 1, 0, Start.AddMinutes(20)));
    }

    [Fact]
    public void What_waits_at_the_end_of_each_minute_is_what_came_less_what_was_answered()
    {
        var minutes = Report().Inflow;

        minutes[0].ShouldBe(new RehearsalMinute(Start, 5, 1, 4));
        minutes.Count.ShouldBe(21);
        minutes.Sum(minute => minute.Messages).ShouldBe(6);
        minutes[^1].ShouldBe(new RehearsalMinute(Start.AddMinutes(20), 0, 1, 2));
    }

    [Fact]
    public void Nothing_in_it_is_about_one_colleague()
    {
        var report = Report();

        report.Municipalities.ShouldAllBe(each => each.Colleagues == null);
        Written.Text(report).ShouldNotContain("jan");
        Written.Table(report).ShouldNotContain("jan");
    }

    [Fact]
    public void It_can_be_read_and_counted_on()
    {
        var report = Report();

        Written.Text(report).ShouldContain("6 berichten in 5 gesprekken. 3 kregen antwoord, 1 wachten nog.");
        Written.Text(report).ShouldContain("De helft had antwoord binnen 4 minuten");
        Written.Table(report).ShouldContain("GM0088;Schiermonnikoog;5;4;0;1;1;1;1;240\r\n");
    }

    private static RehearsalReport Report() =>
        Summing.Of(
            (Guid.NewGuid(), "Hoogwater", Start, null),
            Municipalities,
            [.. Happened()],
            [new(Start, "De oefening begint.", "Renske")]
        );

    private static IEnumerable<Fact> Happened() =>
        [
            .. new[] { "a", "b", "c", "d" }.SelectMany(Begins),
            Of("GM0072", "e", Story.Opened, 0),
            Of("GM0072", "e", Story.Received, 0),
            Of("GM0088", "a", Story.Replied, 0) with
            {
                Automatic = true,
                By = "system",
            },
            Of("GM0072", "e", Story.Replied, 0.5) with
            {
                By = "jan",
            },
            Of("GM0088", "a", Story.Received, 2),
            Of("GM0088", "a", Story.Claimed, 3) with
            {
                By = "GM0072:jan",
                From = "GM0072",
            },
            Of("GM0088", "a", Story.Replied, 4) with
            {
                By = "GM0072:jan",
            },
            Of("GM0088", "c", Story.Resolved, 5),
            Of("GM0088", "d", Story.Late, 15),
            Of("GM0088", "b", Story.Replied, 20) with
            {
                By = "piet",
                ToMany = Together,
            },
        ];

    private static IEnumerable<Fact> Begins(string conversation) =>
        [
            Of("GM0088", conversation, Story.Opened, 0),
            Of("GM0088", conversation, Story.Received, 0),
            Of("GM0088", conversation, Story.Recognised, 0) with
            {
                Topic = "water.overlast",
            },
        ];

    private static Fact Of(string municipality, string conversation, string kind, double minutes) =>
        new(municipality, conversation, kind, Start.AddMinutes(minutes), null, null, null, false, null);
}
