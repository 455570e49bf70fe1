using System.Text;

namespace WebcareHub.RulesOfEngagement;

/// <summary>
/// One entry of a layer as text, and that text put back: what stands beside it in the file (comments, blank lines, other entries) keeps its bytes.
/// Entries of a list written in one line (<c>rules: [...]</c>) and rules within a scenario are not entries here. Pure.
/// </summary>
public static class EntryText
{
    /// <summary>Every entry that stands by itself, in path order, then as written. A file that is no YAML has none.</summary>
    public static IReadOnlyList<EntryPlace> Places(IReadOnlyDictionary<string, string> files) =>
        [
            .. files
                .Where(file => IsYaml(file.Key))
                .OrderBy(file => file.Key, StringComparer.Ordinal)
                .SelectMany(file => EntryPlaces.Of(file.Key, file.Value)),
        ];

    /// <summary>The place of an entry, or null.</summary>
    public static EntryPlace? Find(IReadOnlyDictionary<string, string> files, string section, string id) =>
        files
            .Where(file => IsYaml(file.Key) && file.Value.Contains(id, StringComparison.Ordinal))
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .SelectMany(file => EntryPlaces.Of(file.Key, file.Value))
            .FirstOrDefault(place => place.Section == section && place.Id == id);

    /// <summary>The entry as it is shown: from <c>id:</c>, <c>adjust:</c> or <c>off:</c> on, without the indentation of its file, lines ending in \n.</summary>
    public static string Read(IReadOnlyDictionary<string, string> files, EntryPlace place)
    {
        var raw = files[place.File][place.Start..place.End].Replace("\r\n", "\n", StringComparison.Ordinal);
        var indent = new string(' ', place.Indent);
        return string.Join('\n', raw.Split('\n').Select(line => Without(line, indent)));
    }

    /// <summary>The entry as it is shown, or null when the files have none.</summary>
    public static string? Read(IReadOnlyDictionary<string, string> files, string section, string id) =>
        Find(files, section, id) is { } place ? Read(files, place) : null;

    /// <summary>The files with these edits. Each is placed by the files as given, so one that is not finished does not hide the others.</summary>
    public static IReadOnlyDictionary<string, string> Write(IReadOnlyDictionary<string, string> files, IReadOnlyList<EntryEdit> edits)
    {
        var result = new Dictionary<string, string>(files, StringComparer.Ordinal);
        foreach (var (section, id, text, file) in edits.Where(edit => edit.Text is not null && Find(files, edit.Section, edit.Id) is null))
        {
            NewEntry.Add(result, section, text!, file);
        }
        var placed = edits
            .Select(edit => (Edit: edit, Place: Find(files, edit.Section, edit.Id)))
            .Where(each => each.Place is not null)
            .OrderByDescending(each => each.Place!.Start);
        foreach (var (edit, place) in placed)
        {
            result[place!.File] = edit.Text is null ? Out(result[place.File], place) : In(result[place.File], place, edit.Text);
        }
        return result;
    }

    /// <summary>The files with one entry as given; null takes it out. See <see cref="Write(IReadOnlyDictionary{string,string},IReadOnlyList{EntryEdit})"/>.</summary>
    public static IReadOnlyDictionary<string, string> Write(
        IReadOnlyDictionary<string, string> files,
        string section,
        string id,
        string? text,
        string? file = null
    ) => Write(files, [new EntryEdit(section, id, text, file)]);

    /// <summary>Whether the language has this heading for entries.</summary>
    public static bool IsSection(string section) => Sections.Find(section) is not null;

    /// <summary>Lines as a file has them: indented, with its line break, without breaks at the end.</summary>
    internal static string Indented(string text, int indent, string lineBreak)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n').Split('\n');
        var spaces = new string(' ', indent);
        var written = new StringBuilder(lines[0]);
        foreach (var line in lines.Skip(1))
        {
            written.Append(lineBreak).Append(string.IsNullOrWhiteSpace(line) ? line : spaces + line);
        }
        return written.ToString();
    }

    internal static string BreakOf(string file) => file.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    internal static bool IsYaml(string path) =>
        path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal);

    private static string Without(string line, string indent) =>
        !string.IsNullOrWhiteSpace(line) && line.StartsWith(indent, StringComparison.Ordinal) ? line[indent.Length..] : line;

    private static string In(string file, EntryPlace place, string text) =>
        string.Concat(file.AsSpan(0, place.Start), Indented(text, place.Indent, BreakOf(file)), file.AsSpan(place.End));

    private static string Out(string file, EntryPlace place)
    {
        var next = file.IndexOf('\n', place.End);
        return string.Concat(file.AsSpan(0, place.Whole), next < 0 ? "" : file.AsSpan(next + 1));
    }
}

/// <summary>An edit of one entry.</summary>
/// <param name="Text">As it is shown; null takes it out.</param>
/// <param name="File">For a new entry: where it goes; null for the file where entries of its section stand.</param>
public sealed record EntryEdit(string Section, string Id, string? Text, string? File = null);
