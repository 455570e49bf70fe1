using WebcareHub.Blueprint.Backtesting.Replaying;
using WebcareHub.Blueprint.Backtesting.Reporting;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Tests.Backtesting;

/// <summary>What a pool gets to do hour by hour, and whether answers were in time.</summary>
public sealed class HoursTests
{
    // A Monday in winter: Dutch time is an hour later.
    private static readonly DateTimeOffset Nine = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private static readonly EffectiveBlueprint Town = RulesOfEngagement
        .Blueprint.Read([
            new LayerFiles(
                "nl",
                new Dictionary<string, string>
                {
                    ["layer.yaml"] = """
                    layer: { title: Landelijk, kind: national }
                    defaults: { owner: T }
                    hours: [ { id: webcare, title: Webcare, week: { weekdays: ["09:00-17:00"] } } ]
                    overflow:
                      - { id: standaard, title: Regio, to: region, when: { closed: true, waitingLongerThan: 45m } }
                      - { id: druk, title: Land, to: national, when: { waitingLongerThan: 2h } }
                    """,
                }
            ),
        ])
        .For("GM0088");

    [Fact]
    public void A_question_opens_when_the_town_is_closed_or_it_waits_longer_than_agreed()
    {
        Opening.Of(Town, "region", Nine.AddHours(-1)).ShouldBe(new Opening("region", Nine.AddHours(-1)));
        Opening.Of(Town, "region", Nine).ShouldBe(new Opening("region", Nine.AddMinutes(45)));
        Opening.Of(Town, "national", Nine.AddHours(-1)).ShouldBe(new Opening("national", Nine.AddHours(1)));
        Opening.Of(Town, "never", Nine.AddHours(-1)).ShouldBeNull();
        Opening.Of(Town, null, Nine.AddHours(-1)).ShouldBeNull();
    }

    [Fact]
    public void A_question_opens_once_however_many_messages_it_has_and_not_when_it_was_answered_before()
    {
        var tally = new Tally { Messages = 3 };
        var slow = new Talk(Guid.NewGuid(), "GM0088", tally);
        slow.Wait(Message(Nine, "region", "national"));
        slow.Wait(Message(Nine.AddMinutes(5), "region", "national"));
        slow.Answer(Nine.AddHours(3));
        var quick = new Talk(Guid.NewGuid(), "GM0088", tally);
        quick.Wait(Message(Nine, "region", "national"));
        quick.Answer(Nine.AddMinutes(10));

        var hours = Report(tally).Hours!;

        hours.ShouldBe([
            new BacktestHour(9, 3, new(1, 0), new(0, 0), new(3, 2, 2)),
            new BacktestHour(11, 0, new(0, 0), new(0, 1), new(0, 0, 0)),
        ]);
    }

    [Fact]
    public void What_nobody_answered_opened_as_far_as_the_period_goes()
    {
        var tally = new Tally { Messages = 1 };
        var talk = new Talk(Guid.NewGuid(), "GM0088", tally);
        talk.Wait(Message(Nine, "region", "national"));
        talk.Close(Nine.AddHours(1));
        talk.Close(Nine.AddHours(9));

        Report(tally).Hours!.ShouldBe([new BacktestHour(9, 1, new(1, 0), new(0, 0), new(0, 0, 0))]);
    }

    private static Talk.Waits Message(DateTimeOffset at, string before, string after) =>
        new(at, at.AddHours(2), at.AddHours(2), Opening.Of(Town, before, at), Opening.Of(Town, after, at));

    private static StoredReport Report(Tally tally) =>
        new Totals("GM0088", new Dictionary<string, Tally> { ["GM0088"] = tally }, code => code).Report(0);
}
