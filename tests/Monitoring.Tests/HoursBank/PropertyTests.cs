using System.Text.Json;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.HoursBank;

namespace WebcareHub.Monitoring.Tests.HoursBank;

/// <summary>Random months of five municipalities: whatever happens in them, the books are in order.</summary>
public sealed class PropertyTests
{
    private static readonly string[] Towns = ["GM0059", "GM0060", "GM0072", "GM0088", "GM0093"];
    private static readonly DateTimeOffset Begin = new(2026, 10, 20, 6, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly October = new(2026, 10, 1);
    private static readonly Names Names = new("regio Wadden", code => code, (_, _) => null);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 15)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_is_given_is_received_to_the_second_and_balances_come_to_nothing(int seed)
    {
        var entries = Day.Entries(Month(seed));
        entries.ShouldNotBeEmpty();
        var book = new Book("wadden", October, [], [.. entries.Where(entry => entry.Month == October)], Booked(seed));

        var sheet = Sheet.Of(book, Names, Begin);

        sheet.Municipalities.Sum(line => line.Given).ShouldBe(sheet.Municipalities.Sum(line => line.Received));
        sheet.Municipalities.Sum(line => line.QuestionsGiven).ShouldBe(sheet.Municipalities.Sum(line => line.QuestionsReceived));
        sheet.Municipalities.Sum(line => line.Given).ShouldBe(sheet.Entries.Sum(entry => entry.Seconds));
        sheet.Municipalities.Sum(line => line.Closing).ShouldBe(0);
        sheet.Entries.ShouldAllBe(entry => entry.Giver != entry.Receiver && entry.Shifts.Count > 0);
        foreach (var line in sheet.Municipalities)
        {
            line.Closing.ShouldBe(line.Opening + line.Given - line.Received + line.Corrections);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_books_are_the_same_in_whatever_batches_the_log_comes(int seed)
    {
        var facts = Month(seed);
        var (ledger, parts, random) = (Ledger.Empty, new List<Part>(), new Random(seed));
        for (var at = 0; at < facts.Count; )
        {
            var batch = facts.Skip(at).Take(random.Next(1, 40)).ToList();
            at += batch.Count;
            ledger = batch.Aggregate(Ledger.Of(ledger.Workers.Values.Select(Kept)), Ledger.Apply);
            parts.AddRange(Part.Of(ledger.Slices));
        }

        Part.Sum(parts).ShouldBe(Day.Entries(facts));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nobody_gives_more_time_than_they_were_at_work(int seed)
    {
        var facts = Month(seed);

        foreach (var worker in facts.OfType<Fact.CameToWork>().Select(fact => fact.Worker).Distinct())
        {
            var given = facts.Aggregate(Ledger.Empty, Ledger.Apply).Slices.Where(slice => Of(slice, worker)).Sum(slice => slice.Ticks);
            given.ShouldBeLessThanOrEqualTo(AtWorkOf(facts, worker).Ticks, worker.Id);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_closing_balance_of_a_month_is_the_opening_balance_of_the_next(int seed)
    {
        var entries = Day.Entries(Month(seed));
        var first = new Book("wadden", October, [], [.. entries.Where(entry => entry.Month == October)], Booked(seed));
        var moves = first
            .Entries.Select(entry => (entry.Giver, entry.Receiver, entry.Seconds))
            .Concat(first.Corrections.Select(one => (one.Giver, one.Receiver, one.Seconds)));
        var next = new Book("wadden", October.AddMonths(1), [.. moves], [.. entries.Where(entry => entry.Month > October)], []);

        var closing = Sheet.Of(first, Names, Begin).Municipalities.ToDictionary(line => line.Municipality, line => line.Closing);

        foreach (var line in Sheet.Of(next, Names, Begin).Municipalities)
        {
            line.Opening.ShouldBe(closing.GetValueOrDefault(line.Municipality));
        }
    }

    private static bool Of(Slice slice, Worker worker) => slice.Shift.Number.StartsWith(worker.Id, StringComparison.Ordinal);

    /// <summary>As the database keeps it.</summary>
    private static AtWork Kept(AtWork worker) => JsonSerializer.Deserialize<AtWork>(JsonSerializer.Serialize(worker))!;

    /// <summary>From the first to the last that a colleague did between going home and going home.</summary>
    private static TimeSpan AtWorkOf(IReadOnlyList<Fact> facts, Worker worker)
    {
        var (total, since) = (TimeSpan.Zero, (DateTimeOffset?)null);
        foreach (var fact in facts)
        {
            if (fact is Fact.CameToWork came && came.Worker == worker || fact is Fact.Took took && took.Worker == worker)
            {
                since ??= fact.At;
            }
            else if (
                since is { } began
                && (fact is Fact.Paused gone && gone.Worker == worker || fact is Fact.WentHome home && home.Worker == worker)
            )
            {
                (total, since) = (total + (fact.At - began), null);
            }
        }

        return since is { } still ? total + (facts[^1].At - still) : total;
    }

    private static IReadOnlyList<Correction> Booked(int seed) =>
        [new(Guid.Empty, "wadden", "2026-10", Towns[seed % 5], Towns[(seed + 1) % 5], 60 * (seed - 20), "Test", null, "Keeper", Begin)];

    private static List<Fact> Month(int seed)
    {
        var random = new Random(seed);
        var workers = Towns.SelectMany(town => new[] { new Worker(town, $"{town}:a"), new Worker(town, $"{town}:b") }).ToArray();
        var at = Begin;
        var facts = new List<Fact>();
        for (var step = 0; step < 400; step++)
        {
            at += TimeSpan.FromSeconds(random.Next(0, 20) == 0 ? random.Next(3600, 40000) : random.NextDouble() * 300);
            facts.Add(Some(random, workers[random.Next(workers.Length)], at));
        }

        return facts;
    }

    private static Fact Some(Random random, Worker worker, DateTimeOffset at)
    {
        var (question, shift) = (Day.Question(random.Next(12)), $"{worker.Id}/{Days.Of(at):yyyy-MM-dd}");
        return random.Next(12) switch
        {
            0 or 1 => new Fact.CameToWork(worker, shift, at),
            2 => new Fact.Paused(worker, at),
            3 => new Fact.WentHome(worker, at),
            4 or 5 or 6 => new Fact.Took(worker, shift, new(question, "wadden", Towns[question.ToByteArray()[0] % 5], "afval"), at),
            7 => new Fact.Answered(question, worker.Id, at),
            8 => new Fact.CameBack(question, null, at),
            9 => new Fact.Left(question, random.Next(2) == 0 ? worker.Id : null, at),
            10 => new Fact.Closed(question, "wadden", at),
            _ => new Fact.SetAside(question, at),
        };
    }
}
