using System.Diagnostics;
using System.Globalization;
using System.Text;
using WebcareHub.RulesOfEngagement;
using WebcareHub.Testing;
using Blueprints = WebcareHub.RulesOfEngagement.Blueprint;

namespace WebcareHub.Benchmarks;

/// <summary>Decisions per second on one core: the starting blueprint, and 500 rules. Reference: a plain search of the same words.</summary>
internal static class DecideBench
{
    private const int Decisions = 200_000;
    private static readonly DateTimeOffset _now = new(2026, 11, 23, 10, 15, 0, TimeSpan.Zero);

    internal static Task<Table> RunAsync()
    {
        string folder = ProjectFolders.Blueprint;
        var starting = Blueprints.Read(LayerFiles.FromBlueprint(folder)).For("GM0193");
        var large = Blueprints.Read([new LayerFiles("nl", new Dictionary<string, string> { ["rules.yaml"] = Rules(500) })]).For("GM0193");
        var table = new Table(
            "Decide: one core, messages of about 200 characters",
            "blueprint",
            "messages/s",
            "ns/message",
            "bytes/message"
        );
        Measure(table, "starting blueprint", starting);
        Measure(table, "500 rules", large);
        Reference(table);
        return Task.FromResult(table);
    }

    private static void Measure(Table table, string name, EffectiveBlueprint blueprint)
    {
        MessageFacts[] messages = [.. SampleTexts.Dutch.Select(text => new MessageFacts(text, "whatsapp"))];
        Decide(blueprint, messages, 20_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Stopwatch watch = Stopwatch.StartNew();
        Decide(blueprint, messages, Decisions);
        double seconds = watch.Elapsed.TotalSeconds;
        double bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Decisions;
        table.Row(name, Decisions / seconds, seconds / Decisions * 1e9, bytes);
    }

    private static int Decide(EffectiveBlueprint blueprint, MessageFacts[] messages, int count)
    {
        int steps = 0;
        for (int i = 0; i < count; i++)
        {
            steps += blueprint.Decide(messages[i % messages.Length], _now).Trace.Count;
        }

        return steps;
    }

    private static void Reference(Table table)
    {
        string[] words = [.. Enumerable.Range(0, 500).SelectMany(rule => Words(rule))];
        int found = 0;
        Stopwatch watch = Stopwatch.StartNew();
        const int Count = 5_000;
        for (int i = 0; i < Count; i++)
        {
            string text = SampleTexts.Dutch[i % SampleTexts.Dutch.Count];
            found += words.Count(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
        }

        double seconds = watch.Elapsed.TotalSeconds;
        table.Row("reference: string.Contains, 1,000 words", Count / seconds, seconds / Count * 1e9, 0);
        table.Note($"The reference only looks for the words ({found:N0} found); it decides nothing.");
    }

    private static string Rules(int count)
    {
        var yaml = new StringBuilder("defaults: { owner: Meting, theme: webcare }\nrules:\n");
        foreach (int rule in Enumerable.Range(0, count))
        {
            yaml.AppendLine(
                CultureInfo.InvariantCulture,
                $"  - {{ id: nl.meting.r{rule}, title: Regel {rule}, when: {{ text: {{ any: [{string.Join(", ", Words(rule))}] }} }}, then: {{ label: l{rule % 20} }} }}"
            );
        }

        return yaml.ToString();
    }

    private static string[] Words(int rule) => rule % 25 == 0 ? ["container", $"afval{rule}"] : [$"woord{rule}", $"zoek{rule * 7}"];
}
