using System.Globalization;
using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests;

public class HoursTests
{
    private static OpeningHours Hours(string fields) =>
        Layers
            .Of(
                Layers.Files(
                    "nl",
                    $$"""
                    hours:
                      - id: webcare
                        title: Webcare
                        owner: Team
                        {{fields.ReplaceLineEndings("\n").Replace("\n", "\n    ")}}
                    """
                )
            )
            .Hours["webcare"];

    private static readonly OpeningHours Office = Hours(
        """week: { weekdays: ["09:00-12:30", "13:30-17:00"], thursday: ["09:00-20:00"] }"""
    );

    private static DateTimeOffset At(string local)
    {
        var time = DateTime.Parse(local, CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam").GetUtcOffset(time));
    }

    private static ResponseTime Time(int minutes) => new(TimeSpan.FromMinutes(minutes), 0);

    [Theory]
    [InlineData("2026-09-09 09:00", true)]
    [InlineData("2026-09-09 12:29:59", true)]
    [InlineData("2026-09-09 12:30", false)]
    [InlineData("2026-09-09 13:30", true)]
    [InlineData("2026-09-09 17:00", false)]
    [InlineData("2026-09-10 19:59", true)]
    [InlineData("2026-09-12 10:00", false)]
    [InlineData("2026-12-25 10:00", false)]
    public void A_day_has_blocks(string local, bool open) => Office.IsOpen(At(local)).ShouldBe(open);

    [Theory]
    [InlineData("2026-09-09 10:00", 60, "2026-09-09 11:00")]
    [InlineData("2026-09-09 12:00", 60, "2026-09-09 14:00")]
    [InlineData("2026-09-09 16:30", 60, "2026-09-10 09:30")]
    [InlineData("2026-09-11 16:30", 60, "2026-09-14 09:30")]
    [InlineData("2026-12-24 16:30", 60, "2026-12-24 17:30")]
    [InlineData("2026-12-24 19:30", 60, "2026-12-28 09:30")]
    [InlineData("2026-09-09 10:00", 3000, "2026-09-17 14:00")]
    public void A_term_counts_opening_time_only(string from, int minutes, string due) =>
        Office.Due(At(from), Time(minutes)).ShouldBe(At(due));

    [Theory]
    [InlineData("2026-09-09 10:00", 1, "2026-09-10 20:00")]
    [InlineData("2026-09-09 10:00", 2, "2026-09-11 17:00")]
    [InlineData("2026-09-12 10:00", 1, "2026-09-14 17:00")]
    [InlineData("2026-12-30 10:00", 2, "2027-01-04 17:00")]
    public void A_term_in_days_ends_with_the_day(string from, int days, string due) =>
        Office.Due(At(from), new ResponseTime(TimeSpan.Zero, days)).ShouldBe(At(due));

    [Fact]
    public void The_clock_changes_do_not_lose_or_win_an_hour()
    {
        var always = Layers.National().Hours["always"];
        always.Due(At("2026-03-28 12:00"), Time(24 * 60)).ShouldBe(new DateTimeOffset(2026, 3, 29, 11, 0, 0, TimeSpan.Zero));
        var night = Hours("""week: { saturday: ["22:00-24:00"], sunday: ["00:00-06:00"] }""");
        night.Due(At("2026-03-28 22:00"), Time(7 * 60)).ShouldBe(At("2026-03-29 06:00"));
        night.Due(At("2026-10-24 22:00"), Time(9 * 60)).ShouldBe(At("2026-10-25 06:00"));
        night.IsOpen(new DateTimeOffset(2026, 10, 24, 22, 0, 0, TimeSpan.Zero)).ShouldBeTrue();
    }

    [Fact]
    public void An_exception_replaces_the_day()
    {
        var hours = Hours(
            """
            week: { weekdays: ["09:00-17:00"] }
            exceptions:
              - { date: 2026-09-09, open: ["12:00-13:00"], reason: Uitje }
              - { date: 2026-12-28, until: 2026-12-31, open: [], reason: Dicht }
            """
        );
        hours.IsOpen(At("2026-09-09 10:00")).ShouldBeFalse();
        hours.IsOpen(At("2026-09-09 12:30")).ShouldBeTrue();
        hours.NextOpening(At("2026-12-27 10:00")).ShouldBe(At("2027-01-04 09:00"));
    }

    [Fact]
    public void A_new_week_holds_from_its_date_and_leaves_the_past_alone()
    {
        var hours = Hours("""week: [ { from: 2020-01-01, weekdays: ["09:00-17:00"] }, { from: 2026-09-01, weekdays: ["08:00-16:00"] } ]""");
        hours.IsOpen(At("2026-08-31 08:30")).ShouldBeFalse();
        hours.IsOpen(At("2026-09-01 08:30")).ShouldBeTrue();
        hours.IsOpen(At("2019-12-31 10:00")).ShouldBeFalse();
    }

    [Fact]
    public void What_never_opens_is_never_due() => Hours("week: { monday: [] }").Due(At("2026-09-09 10:00"), Time(1)).ShouldBeNull();

    [Theory]
    [InlineData("2025-04-26", "koningsdag")]
    [InlineData("2026-04-27", "koningsdag")]
    [InlineData("2026-04-05", "eerste-paasdag")]
    [InlineData("2026-04-06", "tweede-paasdag")]
    [InlineData("2026-05-14", "hemelvaartsdag")]
    [InlineData("2026-05-25", "tweede-pinksterdag")]
    [InlineData("2038-04-25", "eerste-paasdag")]
    [InlineData("2285-03-22", "eerste-paasdag")]
    [InlineData("2030-05-05", "bevrijdingsdag-lustrum")]
    public void Holidays_fall_where_the_calendar_says(string date, string name) =>
        Holidays.On(DateOnly.Parse(date, CultureInfo.InvariantCulture)).ShouldContain(name);

    [Fact]
    public void Liberation_day_is_a_lustrum_once_in_five_years() => Holidays.On(new DateOnly(2026, 5, 5)).ShouldBe(["bevrijdingsdag"]);
}
