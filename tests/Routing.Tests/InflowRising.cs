using WebcareHub.Routing.Counting;

namespace WebcareHub.Routing.Tests;

public sealed class InflowRising
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 4, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Hour = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(25, 0, true)]
    [InlineData(24, 0, false)] // too few to be anything
    [InlineData(100, 120, false)] // exactly five times twenty
    [InlineData(101, 120, true)]
    public void It_rose_when_ten_minutes_bring_more_than_five_times_the_usual(int came, double usualHour, bool rose)
    {
        var found = Inflow.Between(Reading(Now - Inflow.Stretch, (Hour, 7)), Reading(Now, (Hour, 7 + came)));

        var risen = Inflow.Rose(found, new Dictionary<string, double> { ["GM0088"] = usualHour }, Now - Inflow.Stretch, Now);

        risen.Select(each => (each.Municipality, each.Count)).ShouldBe(rose ? [("GM0088", came)] : []);
    }

    [Fact]
    public void Ten_minutes_may_lie_over_two_hours() =>
        Inflow
            .Between(Reading(Now - Inflow.Stretch, (Hour.AddHours(-1), 100)), Reading(Now, (Hour.AddHours(-1), 120), (Hour, 10)))
            .ShouldBe(new Dictionary<string, int> { ["GM0088"] = 30 });

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    [InlineData(15, true)]
    [InlineData(16, false)]
    public void Only_a_reading_of_ten_minutes_ago_tells(int minutes, bool tells) =>
        (Inflow.Before([Reading(Now.AddMinutes(-minutes))], Now) is not null).ShouldBe(tells);

    [Fact]
    public void The_same_hour_is_that_of_the_clock_on_the_wall()
    {
        var hours = Inflow.SameHours(new DateTimeOffset(2026, 10, 26, 9, 30, 0, TimeSpan.Zero)); // ten o'clock, winter time since a day

        hours.Length.ShouldBe(Inflow.Days);
        hours[0].ShouldBe(new DateTimeOffset(2026, 10, 25, 9, 0, 0, TimeSpan.Zero));
        hours[1].ShouldBe(new DateTimeOffset(2026, 10, 24, 8, 0, 0, TimeSpan.Zero));
    }

    private static Inflow.Reading Reading(DateTimeOffset at, params (DateTimeOffset Hour, long Messages)[] counts) =>
        new(at, counts.ToDictionary(count => ("GM0088", count.Hour), count => count.Messages));
}
