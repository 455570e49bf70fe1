using System.Text;
using System.Text.Json;

namespace WebcareHub.Workspace.Blueprint;

/// <summary>
/// An entry's YAML in parts: the fields people write sentences in (<c>title</c>, <c>reason</c>, <c>text</c>, <c>informal</c>, …) and the settings
/// between them. What is not changed keeps its bytes; what this cannot read stays a setting.
/// </summary>
internal sealed record EntryText(IReadOnlyList<EntryText.Part> Parts)
{
    /// <summary>A run of lines.</summary>
    /// <param name="Field">Null for settings.</param>
    /// <param name="Value">The sentences; for settings the lines themselves.</param>
    /// <param name="Written">The lines as they stand in the file.</param>
    internal sealed record Part(string? Field, string Value, string Written)
    {
        internal bool IsProse => Field is not null;

        /// <summary>May hold more than one line.</summary>
        internal bool IsLong => Field is not null && !OneLine.Contains(Field);
    }

    /// <summary>The lines that hold no sentences.</summary>
    internal string Settings => string.Join('\n', Parts.Where(part => !part.IsProse).Select(part => part.Written.TrimEnd('\n')));

    /// <summary>The whole entry as it goes into the file.</summary>
    internal string Text => string.Concat(Parts.Select(part => part.Written)).TrimEnd('\n');

    internal static EntryText Read(string yaml)
    {
        var lines = yaml.Split('\n');
        var parts = new List<Part>();
        for (var at = 0; at < lines.Length; )
        {
            var end = End(lines, at);
            var written = string.Join('\n', lines[at..end]) + (end < lines.Length ? "\n" : "");
            Add(parts, Prose(lines, at, end) is { } prose ? prose with { Written = written } : new Part(null, written, written));
            at = end;
        }

        return new EntryText(parts);
    }

    /// <summary>The same entry with one field's sentences replaced, or added at its end; others as they are.</summary>
    internal EntryText With(string field, string value) =>
        Parts.Any(part => part.Field == field)
            ? new([.. Parts.Select(part => part.Field == field && part.Value != value ? new Part(field, value, Write(part, value)) : part)])
            : Read($"{Text}\n{Write(new Part(field, "", ""), value)}");

    /// <summary>The sentences of a field; null when the entry has none, or not as sentences.</summary>
    internal string? Value(string field) => Parts.FirstOrDefault(part => part.Field == field)?.Value;

    /// <summary>The same entry with its settings replaced by <paramref name="yaml"/>: they then stand before the sentences.</summary>
    internal EntryText WithSettings(string yaml)
    {
        var settings = yaml.TrimEnd() + "\n";
        return new([new Part(null, settings, settings), .. Parts.Where(part => part.IsProse)]);
    }

    // One key of the entry with everything that is indented under it, and the empty lines that follow.
    private static int End(string[] lines, int at)
    {
        var end = at + 1;
        while (end < lines.Length && (lines[end].Length == 0 || lines[end][0] is ' ' or '-'))
        {
            end++;
        }

        return end;
    }

    private static Part? Prose(string[] lines, int at, int end)
    {
        var colon = lines[at].IndexOf(':', StringComparison.Ordinal);
        var field = colon > 0 ? lines[at][..colon] : "";
        if (!Sentences.Contains(field))
        {
            return null;
        }

        var rest = lines[at][(colon + 1)..].Trim();
        var below = lines[(at + 1)..end];
        return rest switch
        {
            "|" => new Part(field, string.Join('\n', below.Select(Unindented)).TrimEnd(), ""),
            _ when below.Any(line => line.Trim().Length > 0) => null,
            ['"', .., '"'] when Quoted(rest) is { } value => new Part(field, value, ""),
            "" or ['"' or '\'' or '|' or '>' or '[' or '{' or '&' or '*' or '!', ..] => null,
            _ when rest.Contains(" #", StringComparison.Ordinal) => null,
            _ => new Part(field, rest, ""),
        };
    }

    private static string? Quoted(string rest)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(rest);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Write(Part part, string value)
    {
        var clean = value.ReplaceLineEndings("\n").Trim();
        if (!part.IsLong)
        {
            return $"{part.Field}: {JsonSerializer.Serialize(clean.ReplaceLineEndings(" "), Readable)}\n";
        }

        var written = new StringBuilder().Append(part.Field).Append(": |\n");
        foreach (var line in clean.Split('\n'))
        {
            written.Append(line.Length == 0 ? "" : "  " + line.TrimEnd()).Append('\n');
        }

        return written.ToString();
    }

    private static void Add(List<Part> parts, Part part)
    {
        if (!part.IsProse && parts is [.., { IsProse: false } last])
        {
            parts[^1] = new Part(null, last.Value + part.Value, last.Written + part.Written);
            return;
        }

        parts.Add(part);
    }

    private static string Unindented(string line) => line.StartsWith("  ", StringComparison.Ordinal) ? line[2..] : line.TrimStart();

    private static readonly string[] Sentences = ["title", "reason", "text", "informal", "body", "coreMessage"];
    private static readonly string[] OneLine = ["title", "reason"];

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
