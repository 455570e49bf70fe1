using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace WebcareHub.RulesOfEngagement;

/// <summary>The block <c>adoption</c> of a layer's files, by the lines it stands on (from 0).</summary>
/// <param name="Indent">Spaces its parts stand in.</param>
internal sealed record AdoptionBlock(
    string File,
    int HeadingLine,
    int Indent,
    IReadOnlyDictionary<string, AdoptionBlock.Part> Parts,
    IReadOnlyList<AdoptionBlock.Item> Items
)
{
    /// <param name="Last">Its last line; comments and blank lines after it are not its own.</param>
    /// <param name="Flow">Written between brackets.</param>
    internal sealed record Part(int First, int Last, bool Flow, int ItemIndent);

    /// <summary>One choice.</summary>
    internal sealed record Item(int First, int Last, int Column, string Entry, string Layer);

    /// <summary>Null when no file has the block; a file that is no YAML is passed over.</summary>
    public static AdoptionBlock? Of(IReadOnlyDictionary<string, string> files) =>
        files
            .Where(file => EntryText.IsYaml(file.Key) && file.Value.Contains(AdoptionLanguage.Heading + ":", StringComparison.Ordinal))
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => Of(file.Key, file.Value))
            .FirstOrDefault(block => block is not null);

    public Item? Choice(EntryChoice choice) =>
        Items.FirstOrDefault(item =>
            (item.Entry == $"{choice.Section}/{choice.Id}" || item.Entry == choice.Id) && item.Layer == choice.Layer
        );

    public IReadOnlyDictionary<string, string> Replace(IReadOnlyDictionary<string, string> files, Item item, string line) =>
        With(files, lines => Splice(lines, item.First, item.Last, new string(' ', item.Column) + line));

    public IReadOnlyDictionary<string, string> Remove(IReadOnlyDictionary<string, string> files, Item item) =>
        With(files, lines => lines.RemoveRange(item.First, item.Last - item.First + 1));

    public IReadOnlyDictionary<string, string> Put(IReadOnlyDictionary<string, string> files, Part part, string text) =>
        With(
            files,
            lines =>
            {
                var comment = part.First == part.Last && !text.Contains('\n') ? CommentOf(lines[part.First]) : "";
                Splice(lines, part.First, part.Last, text + comment);
            }
        );

    public IReadOnlyDictionary<string, string> After(IReadOnlyDictionary<string, string> files, int line, string text) =>
        With(files, lines => lines.Insert(line + 1, text));

    private Dictionary<string, string> With(IReadOnlyDictionary<string, string> files, Action<List<string>> change)
    {
        var lineBreak = EntryText.BreakOf(files[File]);
        var lines = files[File].Split(lineBreak).ToList();
        change(lines);
        return new(files) { [File] = string.Join(lineBreak, lines.SelectMany(line => line.Split('\n'))) };
    }

    private static void Splice(List<string> lines, int first, int last, string text)
    {
        lines.RemoveRange(first, last - first + 1);
        lines.Insert(first, text);
    }

    /// <summary>Bases, themes and shares hold no quotes, so a hash after a space begins a comment.</summary>
    private static string CommentOf(string line) =>
        line.IndexOf(" #", StringComparison.Ordinal) is >= 0 and var at ? "  " + line[at..].TrimStart() : "";

    private static AdoptionBlock? Of(string path, string text)
    {
        try
        {
            var parser = new Parser(new StringReader(text.EndsWith('\n') ? text : text + "\n"));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _) || !parser.TryConsume<MappingStart>(out _))
            {
                return null;
            }
            while (parser.TryConsume<Scalar>(out var heading))
            {
                if (heading.Value == AdoptionLanguage.Heading)
                {
                    return Read(path, text.Split('\n'), heading, parser);
                }
                parser.SkipThisAndNestedEvents();
            }
            return null;
        }
        catch (YamlException)
        {
            return null;
        }
    }

    private static List<Item> ReadItems(string[] lines, Parser parser)
    {
        var items = new List<Item>();
        parser.Consume<SequenceStart>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadItem(lines, parser));
        }
        return items;
    }

    private static AdoptionBlock Read(string path, string[] lines, Scalar heading, Parser parser)
    {
        var (line, indent) = ((int)heading.Start.Line - 1, 2);
        var (parts, items) = (new Dictionary<string, Part>(), new List<Item>());
        if (!parser.TryConsume<MappingStart>(out _))
        {
            return new(path, line, indent, parts, items);
        }
        while (parser.TryConsume<Scalar>(out var key))
        {
            parser.Accept<ParsingEvent>(out var value);
            indent = (int)key.Start.Column - 1;
            if (key.Value == "choices" && value is SequenceStart { Style: not SequenceStyle.Flow })
            {
                items.AddRange(ReadItems(lines, parser));
            }
            else
            {
                parser.SkipThisAndNestedEvents();
            }
            parser.Accept<ParsingEvent>(out var next);
            var flow = value is SequenceStart { Style: SequenceStyle.Flow } or MappingStart { Style: MappingStyle.Flow } or Scalar;
            parts[key.Value] = new(
                (int)key.Start.Line - 1,
                Last(lines, (int)key.Start.Line - 1, next!),
                flow,
                items.Count > 0 ? items[0].Column : indent + 2
            );
        }
        return new(path, line, indent, parts, items);
    }

    private static Item ReadItem(string[] lines, Parser parser)
    {
        parser.Accept<ParsingEvent>(out var start);
        var first = (int)start!.Start.Line - 1;
        var fields = new Dictionary<string, string>();
        if (parser.TryConsume<MappingStart>(out _))
        {
            while (parser.TryConsume<Scalar>(out var key))
            {
                fields[key.Value] = parser.Accept<Scalar>(out var value) ? value.Value : "";
                parser.SkipThisAndNestedEvents();
            }
            parser.Consume<MappingEnd>();
        }
        else
        {
            parser.SkipThisAndNestedEvents();
        }
        parser.Accept<ParsingEvent>(out var next);
        var column = Math.Max(0, lines[first].IndexOf('-', StringComparison.Ordinal));
        return new(first, Last(lines, first, next!), column, fields.GetValueOrDefault("entry", ""), fields.GetValueOrDefault("layer", ""));
    }

    /// <summary>The last line before the next thing that is neither blank nor a comment.</summary>
    private static int Last(string[] lines, int first, ParsingEvent next)
    {
        var last = Math.Min((int)next.Start.Line - 2, lines.Length - 1);
        while (last > first && (string.IsNullOrWhiteSpace(lines[last]) || lines[last].TrimStart()[0] == '#'))
        {
            last--;
        }
        return Math.Max(last, first);
    }
}
