using System.Diagnostics;
using WebcareHub.RulesOfEngagement.Likeness;
using WebcareHub.Testing;

namespace WebcareHub.Benchmarks;

/// <summary>Grouping a message against 100,000 recent ones, from its text on. Reference: the exact share of letter groups with each of them.</summary>
internal static class AlikeBench
{
    private const int Recent = 100_000;
    private const int EachQuestion = 2_000;
    private const int More = 5_000;
    private const int Probes = 100;
    private static readonly DateTimeOffset _now = new(2026, 11, 23, 10, 15, 0, TimeSpan.Zero);

    private sealed record Message(int Label, string Text);

    internal static Task<Table> RunAsync()
    {
        Message[] recent = Recents(1, Recent);
        var groups = new Groups();
        var labelled = new List<(int Label, Guid Group)>(Recent);
        foreach (Message message in recent)
        {
            if (Add(groups, message.Text) is { } group)
            {
                labelled.Add((message.Label, group));
            }
        }

        var table = new Table(
            $"Alike: one more message against {Recent:#,##0}, one core",
            "how",
            "µs/message",
            "p99 µs",
            "precision",
            "recall"
        );
        Ours(table, groups, labelled);
        Exact(table, recent);
        table.Note(
            $"{groups.Count:N0} groups; {DutchVariations.Questions.Count} questions in {EachQuestion:N0} variations each, the rest is unlike anything."
        );
        table.Note(
            "Ours: pairs of messages in one group. Reference: neighbours of a message, by the same measure and threshold, without groups."
        );
        return Task.FromResult(table);
    }

    private static void Ours(Table table, Groups groups, List<(int Label, Guid Group)> labelled)
    {
        double[] micros = new double[More];
        Message[] more = Recents(2, More);
        for (int at = 0; at < More; at++)
        {
            long from = Stopwatch.GetTimestamp();
            Add(groups, more[at].Text);
            micros[at] = Stopwatch.GetElapsedTime(from).TotalMicroseconds;
        }

        (double precision, double recall) = Quality(labelled);
        table.Row("MinHash groups", micros.Average(), micros.Order().ElementAt(More * 99 / 100), precision, recall);
    }

    private static void Exact(Table table, Message[] recent)
    {
        uint[][] grams = [.. recent.Select(message => GramsOf(message.Text))];
        (long right, long found, long all) = (0, 0, 0);
        double[] micros = new double[Probes];
        Message[] probes = [.. Recents(3, 4 * Probes).Where(message => message.Label < DutchVariations.Questions.Count).Take(Probes)];
        for (int at = 0; at < probes.Length; at++)
        {
            long from = Stopwatch.GetTimestamp();
            uint[] mine = GramsOf(probes[at].Text);
            int[] near = [.. Enumerable.Range(0, grams.Length).Where(other => Jaccard(mine, grams[other]) >= Groups.Alike)];
            micros[at] = Stopwatch.GetElapsedTime(from).TotalMicroseconds;
            found += near.Length;
            right += near.Count(other => recent[other].Label == probes[at].Label);
            all += EachQuestion;
        }

        double slowest = micros.Order().ElementAt(Probes * 99 / 100);
        table.Row("reference: exact, with each", micros.Average(), slowest, right / (double)found, right / (double)all);
    }

    private static Message[] Recents(int seed, int count)
    {
        var variations = new DutchVariations(seed);
        string[] words = Words();
        int questions = DutchVariations.Questions.Count;
        int alike = (int)((long)count * questions * EachQuestion / Recent);
        var messages = Enumerable
            .Range(0, count)
            .Select(at => at < alike ? new Message(at % questions, variations.Of(at % questions)) : new(at, variations.Other(words)))
            .ToArray();
        new Random(seed).Shuffle(messages);
        return messages;
    }

    private static string[] Words() =>
        [
            .. Directory
                .EnumerateFiles(ProjectFolders.Blueprint, "*.yaml", SearchOption.AllDirectories)
                .SelectMany(file => File.ReadAllText(file).Split([' ', '\n', '.', ',', ':', '"', '[', ']', '(', ')', '#', '{', '}']))
                .Where(word => word.Length > 2 && word.All(char.IsAsciiLetterLower))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private static Guid? Add(Groups groups, string text) =>
        MinHash.Of(Wording.Of(text, null)) is { } signature ? groups.Add(signature, 0, _now) : null;

    private static uint[] GramsOf(string text) => [.. MinHash.Grams(Wording.Of(text, null)).Order()];

    private static double Jaccard(uint[] one, uint[] other)
    {
        (int same, int i, int j) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            if (one[i] == other[j])
            {
                same++;
            }

            uint lower = Math.Min(one[i], other[j]);
            i += one[i] == lower ? 1 : 0;
            j += other[j] == lower ? 1 : 0;
        }

        return same == 0 ? 0 : same / (double)(one.Length + other.Length - same);
    }

    private static (double Precision, double Recall) Quality(List<(int Label, Guid Group)> labelled)
    {
        static long Pairs<T>(IEnumerable<IGrouping<T, (int Label, Guid Group)>> groups) =>
            groups.Sum(group => (long)group.Count() * (group.Count() - 1) / 2);
        long both = Pairs(labelled.GroupBy(message => message));
        return (
            both / (double)Pairs(labelled.GroupBy(message => message.Group)),
            both / (double)Pairs(labelled.GroupBy(message => message.Label))
        );
    }
}
