namespace WebcareHub.RulesOfEngagement;

/// <summary>Puts an entry that a layer does not have yet at the end of its section.</summary>
internal static class NewEntry
{
    private const string Usual = "layer.yaml";

    public static void Add(Dictionary<string, string> files, string section, string text, string? file)
    {
        var last = Last(files, section, file);
        var path = last?.File ?? file ?? (files.ContainsKey(Usual) ? Usual : $"{section}.yaml");
        var content = files.GetValueOrDefault(path, "");
        files[path] =
            last is not null ? After(content, last, text)
            : EntryPlaces.AfterEmptyHeading(path, content, section) is { } at ? Under(content, at, section, text)
            : AtEnd(content, section, text);
    }

    private static EntryPlace? Last(Dictionary<string, string> files, string section, string? file)
    {
        var paths = file is null
            ? files.Keys.Where(EntryText.IsYaml).Order(StringComparer.Ordinal)
            : files.Keys.Where(path => path == file);
        return paths
            .Select(path => EntryPlaces.Of(path, files[path]).LastOrDefault(place => place.Section == section))
            .FirstOrDefault(place => place is not null);
    }

    /// <summary>With the dash where the one before has it, and a blank line when those before have one.</summary>
    private static string After(string content, EntryPlace last, string text)
    {
        var lineBreak = EntryText.BreakOf(content);
        var before = content[last.Whole..last.Start];
        var dash = before[..before.IndexOf('-', StringComparison.Ordinal)] + "- ";
        var blank = content[..last.Whole].EndsWith(lineBreak + lineBreak, StringComparison.Ordinal) ? lineBreak : "";
        var entry = lineBreak + blank + dash + EntryText.Indented(text, dash.Length, lineBreak);
        return content.Insert(last.End, entry);
    }

    private static string Under(string content, int at, string section, string text)
    {
        var lineBreak = EntryText.BreakOf(content);
        var start = at == content.Length && !content.EndsWith('\n') ? lineBreak : "";
        return content.Insert(at, start + Body(section, text, lineBreak) + lineBreak);
    }

    private static string AtEnd(string content, string section, string text)
    {
        var lineBreak = EntryText.BreakOf(content);
        var start =
            content.Length == 0 ? ""
            : content.EndsWith('\n') ? lineBreak
            : lineBreak + lineBreak;
        return content + start + section + ":" + lineBreak + Body(section, text, lineBreak) + lineBreak;
    }

    private static string Body(string section, string text, string lineBreak) =>
        Sections.Find(section) is { IsList: false }
            ? "  " + EntryText.Indented(text, 2, lineBreak)
            : "  - " + EntryText.Indented(text, 4, lineBreak);
}
