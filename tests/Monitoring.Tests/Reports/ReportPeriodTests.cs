using WebcareHub.Monitoring.Reports;

namespace WebcareHub.Monitoring.Tests.Reports;

public sealed class ReportPeriodTests
{
    private static readonly DateOnly Today = new(2026, 12, 10);

    [Theory]
    [InlineData("week", "2026-W53", "2026-12-28", "2027-01-03")]
    [InlineData("week", "2026-W01", "2025-12-29", "2026-01-04")]
    [InlineData("month", "2026-02", "2026-02-01", "2026-02-28")]
    [InlineData("quarter", "2026-Q4", "2026-10-01", "2026-12-31")]
    [InlineData("week", null, "2026-11-30", "2026-12-06")]
    [InlineData("month", null, "2026-11-01", "2026-11-30")]
    [InlineData("quarter", "", "2026-07-01", "2026-09-30")]
    public void A_period_is_named_by_its_code_and_without_one_it_is_the_last_that_is_over(
        string kind,
        string? code,
        string from,
        string until
    )
    {
        var period = ReportPeriod.Parse(kind, code, Today)!;
        ($"{period.From:yyyy-MM-dd}", $"{period.Until:yyyy-MM-dd}").ShouldBe((from, until));
        ReportPeriod.Parse(kind, period.Code, Today).ShouldBe(period);
        period.Step(-1).Until.ShouldBe(period.From.AddDays(-1));
    }

    [Theory]
    [InlineData("week", "2026-W54")]
    [InlineData("week", "2026-11")]
    [InlineData("month", "2026-13")]
    [InlineData("month", "2026-W11")]
    [InlineData("quarter", "2026-Q5")]
    [InlineData("quarter", "2026-K4")]
    [InlineData("year", "2026")]
    [InlineData("week", "onzin")]
    public void What_is_no_period_is_none(string kind, string code) => ReportPeriod.Parse(kind, code, Today).ShouldBeNull();
}
