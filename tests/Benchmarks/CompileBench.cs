using System.Diagnostics;
using System.Globalization;
using WebcareHub.RulesOfEngagement;
using WebcareHub.Testing;
using Blueprints = WebcareHub.RulesOfEngagement.Blueprint;

namespace WebcareHub.Benchmarks;

/// <summary>
/// The effective blueprints of all municipalities: 300 with a layer of their own (every third with own topics, rules and answers), 100 with own
/// choices about the national release before. Reference: the same municipalities with nothing of their own.
/// </summary>
internal static class CompileBench
{
    private const int Municipalities = 342;
    private const int Own = 300;
    private const int Choosing = 100;

    internal static Task<Table> RunAsync()
    {
        var table = new Table(
            $"Compile: the effective blueprints of {Municipalities} municipalities, from the starting blueprint",
            "step",
            "ms",
            "MB held"
        );
        IReadOnlyList<LayerFiles> shared = [.. LayerFiles.FromBlueprint(ProjectFolders.Blueprint).Where(layer => !IsOwn(layer.Code))];
        LayerFiles earlier = shared[0] with { Release = 1 };
        LayerFiles newest = Next(shared[0]);
        string[] codes =
        [
            .. Blueprints
                .Read([newest])
                .Register.Where(each => each.ValidTo is null)
                .Select(each => each.Code)
                .Distinct()
                .Take(Municipalities),
        ];
        Whole(table, "reference: nothing of their own", [newest, .. shared.Skip(1)], [], codes);
        LayerFiles[] own = [.. codes.Take(Own).Select((code, at) => Layer(code, at))];
        Blueprints whole = Whole(
            table,
            $"{Own} own layers, {Choosing} with choices",
            [newest, .. shared.Skip(1), .. own],
            [earlier],
            codes
        );
        Next(table, whole, [newest, .. shared.Skip(1), .. own], earlier, codes);
        table.Note($"Budget: compile under 2,000 ms and under 300 MB together. {codes.Length} municipalities.");
        return Task.FromResult(table);
    }

    private static Blueprints Whole(Table table, string name, LayerFiles[] layers, LayerFiles[] earlier, string[] codes)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Stopwatch watch = Stopwatch.StartNew();
        Blueprints blueprint = Blueprints.Read(layers, earlier: earlier);
        double read = watch.Elapsed.TotalMilliseconds;
        long parsed = GC.GetTotalMemory(forceFullCollection: true);
        table.Row($"{name}: read", read, Megabytes(parsed - before));
        watch.Restart();
        Compile(blueprint, codes);
        double compiled = watch.Elapsed.TotalMilliseconds;
        table.Row($"{name}: compile", compiled, Megabytes(GC.GetTotalMemory(forceFullCollection: true) - parsed));
        return blueprint;
    }

    /// <summary>One municipality publishes: what routing does again for all of them.</summary>
    private static void Next(Table table, Blueprints known, LayerFiles[] layers, LayerFiles earlier, string[] codes)
    {
        LayerFiles changed = Layer(codes[0], 1);
        Stopwatch watch = Stopwatch.StartNew();
        Compile(Blueprints.Read([.. layers.Where(layer => layer.Code != codes[0]), changed], known, [earlier]), codes);
        table.Row("one municipality publishes: all again", watch.Elapsed.TotalMilliseconds, 0.0);
    }

    private static void Compile(Blueprints blueprint, string[] codes)
    {
        foreach (string code in codes)
        {
            _ = blueprint.For(code);
        }
    }

    private static bool IsOwn(string code) => code.StartsWith("GM", StringComparison.Ordinal);

    /// <summary>A next national release: every fifth file says something else.</summary>
    private static LayerFiles Next(LayerFiles national) =>
        national with
        {
            Release = 2,
            Files = national.Files.ToDictionary(
                file => file.Key,
                file =>
                    file.Key.StartsWith("answers/", StringComparison.Ordinal)
                        ? file.Value.Replace("Bel ", "Belt u ", StringComparison.Ordinal)
                    : file.Key.StartsWith("topics/", StringComparison.Ordinal)
                        ? file.Value.Replace("intent: report", "intent: question", StringComparison.Ordinal)
                    : file.Value
            ),
        };

    private static LayerFiles Layer(string code, int at)
    {
        var files = new Dictionary<string, string>
        {
            ["layer.yaml"] = string.Create(
                CultureInfo.InvariantCulture,
                $"layer: {{ title: Gemeente {code}, kind: municipality }}\nvoice: {{ name: {code}, facts: {{ telefoon: 14 {at} }} }}\nhours:\n  - adjust: webcare\n    week: {{ weekdays: [\"09:00-1{at % 8}:30\"] }}\n"
            ),
        };
        if (at % 3 == 0)
        {
            files["own.yaml"] = string.Create(
                CultureInfo.InvariantCulture,
                $"defaults: {{ owner: {code} }}\ntopics:\n  - {{ id: eigen.t{at}, title: Eigen {at}, words: [eigenwoord{at}, plein{at}, \"markt {at}\"] }}\nrules:\n  - {{ id: eigen.r{at}, title: Regel {at}, when: {{ topic: eigen.t{at} }}, then: {{ label: l{at} }} }}\nanswers:\n  - {{ id: eigen.a{at}, title: Antwoord {at}, text: Dit is van {code}. }}\n"
            );
        }

        if (at < Choosing)
        {
            files["adoption.yaml"] = string.Create(
                CultureInfo.InvariantCulture,
                $"adoption:\n  base: {{ nl: 1 }}\n  choices:\n    - {{ entry: topics/{Topics[at % Topics.Length]}, choice: adopt, layer: nl, release: 2 }}\n    - {{ entry: answers/bel-112, choice: adopt, layer: nl, release: 2 }}\n"
            );
        }

        return new(code, files, 1);
    }

    private static readonly string[] Topics =
    [
        "afval",
        "afval.grofvuil",
        "openbare-ruimte.verlichting",
        "openbare-ruimte.bestrating",
        "openbare-ruimte",
    ];

    private static double Megabytes(long bytes) => Math.Max(0, bytes) / 1_048_576.0;
}
