using WebcareHub.Workspace.Words;
using WebcareHub.Workspace.Work;

namespace WebcareHub.Workspace.Tests;

public sealed class DutchTimeTests
{
    // A Saturday in winter time: 14.05 in Amsterdam.
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 13, 5, 0, TimeSpan.Zero);

    [Fact]
    public void A_moment_of_today_needs_no_day() => DutchTime.Moment(Now, Now).ShouldBe("14.05 uur");

    [Fact]
    public void Another_day_is_named() => DutchTime.Moment(Now, Now.AddDays(2)).ShouldBe("za 21 nov 14.05 uur");

    [Fact]
    public void Another_year_is_named_too() => DutchTime.Moment(Now, Now.AddYears(1)).ShouldBe("za 21 nov 2026 14.05 uur");

    [Fact]
    public void Summer_time_counts() =>
        DutchTime.Moment(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero), Now).ShouldBe("wo 1 jul 14.00 uur");

    [Theory]
    [InlineData(12, "nog 12 min")]
    [InlineData(0, "nog 1 min")]
    [InlineData(-8, "8 min te laat")]
    [InlineData(190, "nog 3 u")]
    [InlineData(1500, "nog 1 dag")]
    [InlineData(-4400, "3 dagen te laat")]
    public void A_deadline_is_told_in_words(int minutes, string words) => DutchTime.Until(Now.AddMinutes(minutes), Now).ShouldBe(words);

    [Theory]
    [InlineData(192, "nog 3 u 12 min")]
    [InlineData(45, "nog 45 min")]
    public void A_window_is_told_to_the_minute(int minutes, string words) =>
        DutchTime.WindowLeft(Now.AddMinutes(minutes), Now).ShouldBe(words);

    [Fact]
    public void What_came_just_now_has_no_number() => DutchTime.Age(Now.AddSeconds(-20), Now).ShouldBe("zojuist");

    [Fact]
    public void Tomorrow_morning_is_nine_in_Amsterdam() =>
        DutchTime.TomorrowMorning(Now).ShouldBe(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Monday_is_the_next_one() =>
        DutchTime.NextMonday(Now.AddDays(2)).ShouldBe(new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 2)]
    public void Snoozing_until_monday_is_offered_once(int days, int choices) =>
        SnoozeForm.Choices(Now.AddDays(days)).Count().ShouldBe(choices);
}
