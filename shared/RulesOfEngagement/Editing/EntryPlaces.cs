using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace WebcareHub.RulesOfEngagement;

/// <summary>Finds the entries of one file with the characters they take up.</summary>
internal sealed class EntryPlaces
{
    private readonly string _path;
    private readonly string _text;
    private readonly List<int> _lines;
    private readonly List<EntryPlace> _found = [];
    private readonly Dictionary<string, int> _headings = [];

    private EntryPlaces(string path, string text) => (_path, _text, _lines) = (path, text, LineStarts(text));

    /// <summary>In the order of the file; empty when it cannot be read as YAML.</summary>
    public static IReadOnlyList<EntryPlace> Of(string path, string text) => Read(path, text)._found;

    /// <summary>Where the line after a heading without entries begins; null when the file has no such heading, or entries under it.</summary>
    public static int? AfterEmptyHeading(string path, string text, string section) =>
        Read(path, text)._headings.TryGetValue(section, out var line) ? line : null;

    private static EntryPlaces Read(string path, string text)
    {
        var places = new EntryPlaces(path, text);
        try
        {
            // With a last line break the end of the file is a line of its own.
            places.Read(new Parser(new StringReader(text.EndsWith('\n') ? text : text + "\n")));
        }
        catch (YamlException)
        {
            places._found.Clear();
        }
        return places;
    }

    private void Read(Parser parser)
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _) || !parser.TryConsume<MappingStart>(out _))
        {
            return;
        }
        while (parser.TryConsume<Scalar>(out var heading))
        {
            var section = Sections.Find(heading.Value);
            if (section is { IsList: true } && parser.Accept<SequenceStart>(out var list) && list.Style != SequenceStyle.Flow)
            {
                ReadList(section, parser);
            }
            else if (section is { IsList: false } && parser.Accept<MappingStart>(out var block) && block.Style != MappingStyle.Flow)
            {
                ReadBlock(section, block.Start, parser);
            }
            else
            {
                if (section is not null && parser.Accept<Scalar>(out var empty) && empty.Value.Length == 0)
                {
                    _headings[section.Name] = LineAfter((int)heading.Start.Line);
                }
                parser.SkipThisAndNestedEvents();
            }
        }
    }

    private void ReadList(Section section, Parser parser)
    {
        parser.Consume<SequenceStart>();
        while (!parser.Accept<SequenceEnd>(out _))
        {
            parser.Accept<ParsingEvent>(out var item);
            var (mode, id) = ReadItem(parser);
            parser.Accept<ParsingEvent>(out var next);
            if (id is not null)
            {
                AddItem(section, mode, id, Dash(item!.Start), LineOf(next!));
            }
        }
        parser.Consume<SequenceEnd>();
    }

    private void ReadBlock(Section section, Mark start, Parser parser)
    {
        parser.SkipThisAndNestedEvents();
        parser.Accept<ParsingEvent>(out var next);
        Add(section, "adjust", section.Name, ((int)start.Line, (int)start.Column - 1), (int)next!.Start.Line, threshold: 0);
    }

    private static (string Mode, string? Id) ReadItem(Parser parser)
    {
        if (!parser.TryConsume<MappingStart>(out _))
        {
            parser.SkipThisAndNestedEvents();
            return ("add", null);
        }
        var (mode, id) = ("add", (string?)null);
        while (parser.TryConsume<Scalar>(out var key))
        {
            if (key.Value is "id" or "adjust" or "off" && parser.Accept<Scalar>(out var value))
            {
                (mode, id) = (key.Value == "id" ? "add" : key.Value, value.Value);
            }
            parser.SkipThisAndNestedEvents();
        }
        parser.Consume<MappingEnd>();
        return (mode, id);
    }

    private void AddItem(Section section, string mode, string id, (int Line, int Dash, int Column) at, int next) =>
        Add(section, mode, id, (at.Line, at.Column), next, at.Dash);

    /// <summary>The line an item begins on, its dash, and where its text begins; a dash that stands alone on its line is part of the text.</summary>
    private (int Line, int Dash, int Column) Dash(Mark start)
    {
        var (line, column) = ((int)start.Line, (int)start.Column - 1);
        var dash = Line(line)[..column].IndexOf('-', StringComparison.Ordinal);
        while (dash < 0 && line > 1)
        {
            column = dash =
                Line(--line).TrimEnd() is var above && above.TrimStart() is ['-', ..] ? above.IndexOf('-', StringComparison.Ordinal) : -1;
        }
        return (line, dash, column);
    }

    private int LineOf(ParsingEvent next) => next is SequenceEnd ? (int)next.Start.Line : Dash(next.Start).Line;

    private void Add(Section section, string mode, string id, (int Line, int Column) at, int next, int threshold)
    {
        var last = next - 1;
        while (last > at.Line && IsBetween(Line(last), threshold))
        {
            last--;
        }
        var end = _lines[last - 1] + Line(last).Length;
        var start = _lines[at.Line - 1] + at.Column;
        var lines = Enumerable.Range(at.Line + 1, last - at.Line).Select(Line).Where(line => !string.IsNullOrWhiteSpace(line));
        var indent = lines.All(line => line.Length - line.TrimStart(' ').Length >= at.Column) ? at.Column : 0;
        _found.Add(new EntryPlace(section.Name, id, mode, _path, at.Line, start, end, indent, _lines[at.Line - 1]));
    }

    private static bool IsBetween(string line, int threshold)
    {
        var text = line.TrimStart(' ');
        return string.IsNullOrWhiteSpace(text) || (text[0] == '#' && line.Length - text.Length <= threshold);
    }

    /// <summary>A line without its break, from 1.</summary>
    private string Line(int number)
    {
        var start = _lines[number - 1];
        var end = number < _lines.Count ? _lines[number] - 1 : _text.Length;
        return _text[start..end].TrimEnd('\r');
    }

    private int LineAfter(int number) => number < _lines.Count ? _lines[number] : _text.Length;

    private static List<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            starts.Add(at + 1);
        }
        return starts;
    }
}
