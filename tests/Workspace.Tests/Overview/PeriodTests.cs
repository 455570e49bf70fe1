using System.Globalization;
using WebcareHub.Workspace.Overview.Parts;

namespace WebcareHub.Workspace.Tests.Overview;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2026-W47", "2026-11-16", "2026-11-22", "week 47 van 2026")]
    [InlineData("2026-W53", "2026-12-28", "2027-01-03", "week 53 van 2026")]
    [InlineData("2026-11", "2026-11-01", "2026-11-30", "november 2026")]
    [InlineData("2028-02", "2028-02-01", "2028-02-29", "februari 2028")]
    [InlineData("2026-K4", "2026-10-01", "2026-12-31", "4e kwartaal van 2026")]
    public void An_address_names_its_days(string code, string from, string until, string title)
    {
        var period = Period.Parse(code).ShouldNotBeNull();
        (period.From, period.Until).ShouldBe((Day(from), Day(until)));
        (period.Code, period.Title).ShouldBe((code, title));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026-13")]
    [InlineData("2026-K5")]
    [InlineData("2025-W53")]
    [InlineData("2026-W0")]
    [InlineData("0001-01")]
    [InlineData("2026-11-01")]
    [InlineData("2026-+1")]
    public void What_is_no_period_is_none(string? code) => Period.Parse(code).ShouldBeNull();

    [Theory]
    [InlineData("2026-W01", -1, "2025-W52")]
    [InlineData("2026-01", -1, "2025-12")]
    [InlineData("2026-K1", -1, "2025-K4")]
    [InlineData("2026-K4", 1, "2027-K1")]
    public void The_one_before_and_after_follow_without_a_gap(string code, int steps, string to)
    {
        var (here, there) = (Period.Parse(code)!, Period.Parse(code)!.Step(steps));
        there.Code.ShouldBe(to);
        (steps < 0 ? there.Until.AddDays(1) : there.From).ShouldBe(steps < 0 ? here.From : here.Until.AddDays(1));
    }

    [Theory]
    [InlineData("2026-11-22", "2026-W47", "2026-11", "2026-K4")]
    [InlineData("2027-01-01", "2026-W53", "2027-01", "2027-K1")]
    public void A_day_lies_in_its_week_month_and_quarter(string day, string week, string month, string quarter) =>
        new[] { PeriodKind.Week, PeriodKind.Month, PeriodKind.Quarter }
            .Select(kind => Period.Of(kind, Day(day)).Code)
            .ShouldBe([week, month, quarter]);

    [Fact]
    public void A_moment_chosen_on_the_page_is_dutch_time()
    {
        PastMoment.Parse("2026-11-21T14:05").ShouldBe(new DateTimeOffset(2026, 11, 21, 13, 5, 0, TimeSpan.Zero));
        PastMoment.Parse("2026-07-01T14:05").ShouldBe(new DateTimeOffset(2026, 7, 1, 12, 5, 0, TimeSpan.Zero));
        PastMoment.Field(new(2026, 11, 21, 13, 5, 0, TimeSpan.Zero)).ShouldBe("2026-11-21T14:05");
        PastMoment.Parse("gisteren").ShouldBeNull();
        PastMoment.Parse(null).ShouldBeNull();
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
