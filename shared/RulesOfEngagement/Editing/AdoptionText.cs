using System.Text.Encodings.Web;
using System.Text.Json;

namespace WebcareHub.RulesOfEngagement;

/// <summary>
/// Choices written into a layer's own files: only the lines of the part that changes are touched, so comments stay. The block stands in
/// <c>adoption.yaml</c>, or where somebody put it. Pure.
/// </summary>
public static class AdoptionText
{
    private const string Usual = "adoption.yaml";
    private const string Heading = AdoptionLanguage.Heading;
    private static readonly string[] Order = ["base", "follow", "share", "choices"];
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>With this choice, in the place of an earlier one about the same entry of the same layer.</summary>
    public static IReadOnlyDictionary<string, string> Choose(IReadOnlyDictionary<string, string> files, EntryChoice choice)
    {
        var block = AdoptionBlock.Of(files);
        var line = Line(choice);
        if (block?.Choice(choice) is { } item)
        {
            return block.Replace(files, item, line);
        }
        return Part(files, "choices") is { Flow: false } choices
            ? AdoptionBlock.Of(files)!.After(files, choices.Last, new string(' ', choices.ItemIndent) + line)
            : Set(files, "choices", ["choices:", .. Written(files).Append(choice).Select(each => "  " + Line(each))]);
    }

    /// <summary>Without choices about these entries.</summary>
    public static IReadOnlyDictionary<string, string> Forget(IReadOnlyDictionary<string, string> files, Func<EntryChoice, bool> forget)
    {
        foreach (var choice in Written(files).Where(forget))
        {
            files =
                AdoptionBlock.Of(files) is { } block && block.Choice(choice) is { } item
                    ? block.Remove(files, item)
                    : Set(
                        files,
                        "choices",
                        ["choices:", .. Written(files).Where(each => each != choice).Select(each => "  " + Line(each))]
                    );
        }
        return files;
    }

    /// <summary>The releases above that hold where nothing else is chosen; empty: everything is followed.</summary>
    public static IReadOnlyDictionary<string, string> Base(IReadOnlyDictionary<string, string> files, IEnumerable<LayerRelease> releases) =>
        Set(files, "base", [$"base: {{ {string.Join(", ", releases.Select(each => $"{each.Layer}: {each.Release}"))} }}"]);

    /// <summary>The themes whose changes come in by themselves.</summary>
    public static IReadOnlyDictionary<string, string> Follow(IReadOnlyDictionary<string, string> files, IEnumerable<string> themes) =>
        Set(files, "follow", [$"follow: [{string.Join(", ", themes)}]"]);

    /// <summary>What of its own the layer lets others use.</summary>
    public static IReadOnlyDictionary<string, string> Share(IReadOnlyDictionary<string, string> files, IEnumerable<string> what) =>
        Set(files, "share", [$"share: [{string.Join(", ", what)}]"]);

    /// <summary>A value between quotes, whatever stands in it.</summary>
    public static string Quoted(string value) => JsonSerializer.Serialize(value, Quoting);

    private static string Line(EntryChoice choice)
    {
        var kind = choice.Kind == ChoiceKind.Adopt ? "adopt" : "defer";
        var reason = choice.Reason is null ? "" : $", reason: {Quoted(choice.Reason)}";
        var since = choice.Since is { } day ? $", since: {day:yyyy-MM-dd}" : "";
        return $"- {{ entry: {choice.Section}/{choice.Id}, choice: {kind}, layer: {choice.Layer}, release: {choice.Release}{reason}{since} }}";
    }

    private static IReadOnlyList<EntryChoice> Written(IReadOnlyDictionary<string, string> files) =>
        LayerReader.Read(new LayerFiles("", files)).Adoption.Choices;

    private static AdoptionBlock.Part? Part(IReadOnlyDictionary<string, string> files, string name) =>
        AdoptionBlock.Of(files)?.Parts.GetValueOrDefault(name);

    /// <summary>Puts a part in its place; the first line may keep its comment.</summary>
    private static IReadOnlyDictionary<string, string> Set(
        IReadOnlyDictionary<string, string> files,
        string name,
        IReadOnlyList<string> lines
    )
    {
        if (AdoptionBlock.Of(files) is not { } block)
        {
            var text =
                $"# yaml-language-server: $schema=../../schema/layer.json\n{Heading}:\n{string.Join('\n', lines.Select(line => "  " + line))}\n";
            return new Dictionary<string, string>(files) { [Usual] = files.GetValueOrDefault(Usual, "") + text };
        }
        var indented = string.Join('\n', lines.Select(line => new string(' ', block.Indent) + line));
        if (block.Parts.TryGetValue(name, out var part))
        {
            return block.Put(files, part, indented);
        }
        var before = Order
            .TakeWhile(each => each != name)
            .Reverse()
            .Select(block.Parts.GetValueOrDefault)
            .FirstOrDefault(each => each is not null);
        return block.After(files, before?.Last ?? block.HeadingLine, indented);
    }
}
