using WebcareHub.Monitoring.HoursBank;
using static WebcareHub.Monitoring.Tests.HoursBank.Day;

namespace WebcareHub.Monitoring.Tests.HoursBank;

public sealed class CountingTests
{
    /// <summary>What happened, then seconds and questions in all.</summary>
    public static TheoryData<string, long, int> Told =>
        new()
        {
            { "a question until its answer", 720, 1 },
            { "two at once share the minutes", 1200, 2 },
            { "a break takes no time", 600, 1 },
            { "going home ends it", 300, 0 },
            { "forgotten at the desk", 1800, 0 },
            { "a sign of life lets time go on", 3300, 1 },
            { "no shift is longer than twelve hours", 600, 1 },
            { "the resident writes again", 1020, 1 },
            { "what happens between answer and next message", 720, 1 },
            { "somebody else takes it", 900, 1 },
            { "the owner takes it back", 240, 0 },
            { "another pool closes", 600, 1 },
            { "finished without an answer", 60, 1 },
            { "a question of the own municipality", 0, 0 },
            { "taken without having come online", 300, 1 },
            { "a clock that runs behind", 600, 1 },
            { "twice in a shift is one question", 600, 1 },
            { "the night the clock goes back", 1200, 1 },
            { "less than a second", 0, 1 },
        };

    [Theory]
    [MemberData(nameof(Told))]
    public void Time_is_counted_as_the_sheet_says(string what, long seconds, int questions)
    {
        var entries = Entries(Stories[what]);

        entries.Sum(entry => entry.Seconds).ShouldBe(seconds);
        entries.Sum(entry => entry.Questions).ShouldBe(questions);
    }

    [Fact]
    public void Two_questions_at_once_each_get_half_of_the_minutes_they_share()
    {
        var entries = Entries(
            Jan.Comes("09:00"),
            Jan.Takes(1, "10:00", "GM0088"),
            Jan.Takes(2, "10:00", "GM0060"),
            Jan.Answers(1, "10:10"),
            Jan.Answers(2, "10:20")
        );

        // 10:00-10:10 in two halves of 300; then 600 for the second alone.
        entries.Select(entry => (entry.Receiver, entry.Seconds)).ShouldBe([("GM0060", 900), ("GM0088", 300)], ignoreOrder: true);
        entries.ShouldAllBe(entry => entry.Giver == "GM0072");
    }

    [Fact]
    public void A_shift_over_midnight_belongs_to_the_day_and_month_it_began()
    {
        var entry = Entries(Jan.Comes("2026-10-31 23:30"), Jan.Takes(1, "2026-10-31 23:50"), Jan.Finishes(1, "2026-11-01 00:20"))
            .ShouldHaveSingleItem();

        (entry.Day, entry.Month, entry.Seconds).ShouldBe((new DateOnly(2026, 10, 31), new DateOnly(2026, 10, 1), 1800L));
    }

    [Fact]
    public void A_shift_after_going_home_is_one_of_its_own_day()
    {
        var entries = Entries(
            Jan.Takes(1, "2026-11-02 23:50"),
            Jan.Goes("2026-11-03 00:10"),
            Jan.Comes("2026-11-03 09:00"),
            Jan.Takes(2, "2026-11-03 09:00"),
            Jan.Finishes(2, "2026-11-03 09:01")
        );

        entries.Select(entry => (entry.Day.Day, entry.Seconds)).ShouldBe([(2, 1200L), (3, 60L)], ignoreOrder: true);
        entries.Select(entry => entry.Shift).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void A_question_is_counted_under_the_topic_it_turned_out_to_have()
    {
        Entries(Jan.Takes(1, "10:00", topic: ""), Renames(1, "parkeren", "10:01"), Jan.Answers(1, "10:02"))
            .Single()
            .ShouldSatisfyAllConditions(entry => entry.Topic.ShouldBe("parkeren"), entry => entry.Seconds.ShouldBe(120));
    }

    [Fact]
    public void What_is_under_way_counts_up_to_now_and_no_further_than_it_will()
    {
        var ledger = new[] { Jan.Comes("10:00"), Jan.Takes(1, "10:00") }.Aggregate(Ledger.Empty, Ledger.Apply);

        Seconds(ledger.UnderWay(At("10:05"))).ShouldBe(300);
        Seconds(ledger.UnderWay(At("2026-11-09 10:05"))).ShouldBe(1800);
        ledger.Slices.ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_is_remembered_who_went_home_with_empty_hands()
    {
        new[] { Jan.Comes("10:00"), Jan.Takes(1, "10:00"), GoesBack(1, "10:01"), Jan.Goes("10:02") }
            .Aggregate(Ledger.Empty, Ledger.Apply)
            .Workers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(11, "2026-12-02 23:00")]
    [InlineData(7, "2026-08-02 22:00")]
    public void A_month_closes_when_the_third_day_of_the_next_begins(int month, string utc)
    {
        var first = new DateOnly(2026, month, 1);
        var closes = Days.ClosesAt(first);

        closes.UtcDateTime.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(utc);
        Days.LastClosed(closes).ShouldBe(first);
        Days.LastClosed(closes.AddTicks(-1)).ShouldBe(first.AddMonths(-1));
    }

    private static long Seconds(IEnumerable<Slice> slices) => slices.Sum(slice => slice.Ticks) / TimeSpan.TicksPerSecond;

    private static readonly Dictionary<string, IReadOnlyList<Fact>> Stories = new()
    {
        // 12 minutes.
        ["a question until its answer"] = [Jan.Comes("09:00"), Jan.Takes(1, "10:00"), Jan.Answers(1, "10:12")],
        // 20 minutes at the desk, whatever the number of questions.
        ["two at once share the minutes"] =
        [
            Jan.Takes(1, "10:00"),
            Jan.Takes(2, "10:05"),
            Jan.Answers(1, "10:10"),
            Jan.Answers(2, "10:20"),
        ],
        // 5 minutes before and 5 after.
        ["a break takes no time"] = [Jan.Takes(1, "10:00"), Jan.Pauses("10:05"), Jan.Comes("10:15"), Jan.Answers(1, "10:20")],
        // 5 minutes; the hour at home is nobody's.
        ["going home ends it"] = [Jan.Takes(1, "10:00"), Jan.Goes("10:05"), GoesBack(1, "11:05")],
        // Three hours, of which half an hour counts.
        ["forgotten at the desk"] = [Jan.Comes("09:00"), Jan.Takes(1, "10:00"), GoesBack(1, "13:00")],
        // 10:00-10:25, and half an hour after the last sign.
        ["a sign of life lets time go on"] = [Jan.Takes(1, "10:00"), Jan.Takes(2, "10:20"), Jan.Answers(2, "10:25"), GoesBack(1, "13:00")],
        // From 07:50 until 08:00, when the shift is twelve hours old.
        ["no shift is longer than twelve hours"] =
        [
            Jan.Comes("2026-11-02 20:00"),
            Jan.Takes(1, "2026-11-03 07:50"),
            Jan.Answers(1, "2026-11-03 08:10"),
        ],
        // 12 minutes and 5.
        ["the resident writes again"] =
        [
            Jan.Takes(1, "10:00"),
            Jan.Answers(1, "10:12"),
            ResidentWrites(1, "10:40"),
            Jan.Answers(1, "10:45"),
        ],
        ["what happens between answer and next message"] = [Jan.Takes(1, "10:00"), Jan.Answers(1, "10:12"), Jan.Finishes(1, "10:40")],
        // 10 minutes of one, 5 of the other.
        ["somebody else takes it"] = [Jan.Takes(1, "10:00"), Fatima.Takes(1, "10:10"), Fatima.Answers(1, "10:15")],
        ["the owner takes it back"] = [Jan.Takes(1, "10:00"), Closes(1, "10:04"), GoesBack(1, "10:04")],
        ["another pool closes"] = [Jan.Takes(1, "10:00"), Closes(1, "10:05", "nl"), Jan.Answers(1, "10:10")],
        ["finished without an answer"] = [Jan.Takes(1, "10:00"), Jan.Finishes(1, "10:01")],
        ["a question of the own municipality"] = [Jan.Takes(1, "10:00", owner: "GM0072"), Jan.Answers(1, "10:12")],
        ["taken without having come online"] = [Jan.Takes(1, "10:00"), Jan.Answers(1, "10:05")],
        // The second fact says it was before the first: nothing is counted twice or back.
        ["a clock that runs behind"] = [Jan.Takes(1, "10:00"), Jan.Takes(2, "09:50"), GoesBack(2, "09:55"), Jan.Answers(1, "10:10")],
        ["twice in a shift is one question"] =
        [
            Jan.Takes(1, "10:00"),
            Jan.Answers(1, "10:05"),
            GoesBack(1, "10:05"),
            Jan.Takes(1, "11:00"),
            Jan.Answers(1, "11:05"),
        ],
        // 02:50 summer time to 02:10 winter time is twenty minutes.
        ["the night the clock goes back"] = [Jan.Takes(1, "2026-10-25 01:50"), Jan.Answers(1, "2026-10-25 02:10")],
        ["less than a second"] = [Jan.Takes(1, "10:00:00.1"), Jan.Answers(1, "10:00:00.9")],
    };
}
