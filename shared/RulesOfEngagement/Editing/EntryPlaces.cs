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
                AddItem(section, (mode, id), item!.Start, LineOf(next!));
            }
        }
        parser.Consume<SequenceEnd>();
    }

    private void ReadBlock(Section section, Mark start, Parser parser)
    {
        parser.SkipThisAndNestedEvents();
        parser.Accept<ParsingEvent>(out var next);
        Add(section, ("adjust", section.Name), (start, (int)start.Line), (int)next!.Start.Line, threshold: 0);
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

    private void AddItem(Section section, (string Mode, string Id) what, Mark start, int next)
    {
        var (line, column) = Dash(start);
        Add(section, what, (start, line), next, threshold: column);
    }

    /// <summary>Where the dash of an item stands; mostly right before its text, but a line of its own is allowed.</summary>
    private (int Line, int Column) Dash(Mark start)
    {
        var line = (int)start.Line;
        var dash = Line(line)[..((int)start.Column - 1)].IndexOf('-', StringComparison.Ordinal);
        while (dash < 0 && line > 1)
        {
            var above = Line(--line);
            dash = above.TrimStart() is ['-', ..] ? above.IndexOf('-', StringComparison.Ordinal) : -1;
        }
        return (line, dash);
    }

    private int LineOf(ParsingEvent next) => next is SequenceEnd ? (int)next.Start.Line : Dash(next.Start).Line;

    private void Add(Section section, (string Mode, string Id) what, (Mark Start, int Whole) at, int next, int threshold)
    {
        var (line, column) = ((int)at.Start.Line, (int)at.Start.Column - 1);
        var last = next - 1;
        while (last > line && IsBetween(Line(last), threshold))
        {
            last--;
        }
        var rest = Enumerable.Range(line + 1, last - line).Select(Line).Where(row => !string.IsNullOrWhiteSpace(row));
        _found.Add(
            new EntryPlace(
                section.Name,
                what.Id,
                what.Mode,
                _path,
                line,
                Start: _lines[line - 1] + column,
                End: _lines[last - 1] + Line(last).Length,
                Indent: rest.All(row => row.Length - row.TrimStart(' ').Length >= column) ? column : 0,
                Whole: _lines[at.Whole - 1]
            )
        );
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
