using WebcareHub.Blueprint.Publishing;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Folders;

/// <summary><c>blueprint diff</c>: what a folder changes, in words.</summary>
internal static class DiffFolder
{
    internal static int Run(string folder, string against, TextWriter output)
    {
        var (before, after) = (LayerFiles.FromBlueprint(against), LayerFiles.FromBlueprint(folder));
        if (before.Count == 0 || after.Count == 0)
        {
            output.WriteLine(LintFolder.Missing(after.Count == 0 ? folder : against));
            return 1;
        }

        return Print(before, after, output);
    }

    internal static async Task<int> RunAsync(
        string folder,
        string? release,
        EventStore.EventStore store,
        TextWriter output,
        CancellationToken ct
    )
    {
        var offered = LayerFiles.FromBlueprint(folder);
        if (offered.Count == 0)
        {
            output.WriteLine(LintFolder.Missing(folder));
            return 1;
        }

        await using var shelf = await Shelf.OpenAsync(store, [], ct);
        if (release is null)
        {
            return Print([.. shelf.InForce], offered, output);
        }

        var (code, number) = ReleaseName.Parse(release);
        var found = shelf.Layers.FirstOrDefault(layer => layer.Code == code)?.Releases.FirstOrDefault(known => known.Number == number);
        if (found is null)
        {
            output.WriteLine($"Er is geen versie of map '{release}'. Schrijf laag:nummer, zoals nl:3, of een map.");
            return 1;
        }

        return Print([new(found.Layer, found.Files)], [.. offered.Where(layer => layer.Code == code)], output);
    }

    private static int Print(IReadOnlyList<LayerFiles> before, IReadOnlyList<LayerFiles> after, TextWriter output)
    {
        var changed = 0;
        foreach (var code in before.Concat(after).Select(layer => layer.Code).Distinct())
        {
            var comparison = Comparison.Of(Layer(before, code), Layer(after, code));
            changed += comparison.IsEmpty ? 0 : 1;
            Print(comparison, output);
        }

        output.WriteLine(changed == 0 ? "Er is geen verschil." : $"{changed} laag/lagen anders.");
        return 0;
    }

    private static void Print(LayerComparison comparison, TextWriter output)
    {
        if (comparison.IsEmpty)
        {
            return;
        }

        output.WriteLine($"{Sentences.Folder(comparison.Layer)}: {comparison.Entries.Count} onderdeel/onderdelen anders");
        foreach (var entry in comparison.Entries)
        {
            output.WriteLine($"  {entry.File} {entry.Id}: {entry.Sentence}");
            foreach (var field in entry.Change == ChangeKind.Changed ? entry.Fields.Where(IsWorthShowing) : [])
            {
                output.WriteLine($"    {field.Field}: {string.Concat(field.Words.Select(Marked)).ReplaceLineEndings(" ").Trim()}");
            }
        }

        foreach (var file in comparison.Files)
        {
            output.WriteLine($"  {file.Sentence}");
        }
    }

    /// <summary>A short value stands in the sentence already.</summary>
    private static bool IsWorthShowing(FieldDifference field) => field.Words.Count > 2;

    private static string Marked(WordDifference word) =>
        word.Change switch
        {
            ChangeKind.Added => $"{{+{word.Text}+}}",
            ChangeKind.Removed => $"[-{word.Text}-]",
            _ => word.Text,
        };

    private static LayerFiles Layer(IReadOnlyList<LayerFiles> layers, string code) =>
        layers.FirstOrDefault(layer => layer.Code == code) ?? new(code, new Dictionary<string, string>());
}
