using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace WebcareHub.RulesOfEngagement;

/// <summary>Reads one YAML file into nodes. Anchors and several documents are not part of the language.</summary>
internal static class YamlTree
{
    /// <exception cref="BlueprintSyntaxException">The file is not YAML as the language wants it.</exception>
    public static MapNode? Parse(string text)
    {
        text = text.TrimStart('\uFEFF');
        RefuseTabs(text);
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                return null;
            }
            parser.Consume<DocumentStart>();
            var root = Read(parser);
            return root as MapNode
                ?? (
                    root is ScalarNode { Value: "" }
                        ? null
                        : throw new BlueprintSyntaxException(root.Line, "Een bestand begint met een kopje, zoals 'topics:'.")
                );
        }
        catch (YamlException wrong)
        {
            throw new BlueprintSyntaxException((int)Math.Max(1, wrong.Start.Line), $"Dit is geen geldige YAML: {Explain(wrong)}.");
        }
    }

    private static Node Read(IParser parser)
    {
        var line = (int)(parser.Current?.Start.Line ?? 1);
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new ScalarNode(line, scalar.Value);
        }
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<Node>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Read(parser));
            }
            return new ListNode(line, items);
        }
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            throw new BlueprintSyntaxException(line, $"Zet een woord dat met * begint tussen aanhalingstekens: \"*{alias.Value}\".");
        }
        parser.Consume<MappingStart>();
        return ReadMap(parser, line);
    }

    private static MapNode ReadMap(IParser parser, int line)
    {
        var pairs = new List<Pair>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (Read(parser) is not ScalarNode key)
            {
                throw new BlueprintSyntaxException(
                    (int)(parser.Current?.Start.Line ?? line),
                    "Voor de dubbele punt hoort één woord te staan."
                );
            }
            if (pairs.Any(pair => pair.Key == key.Value))
            {
                throw new BlueprintSyntaxException(key.Line, $"De sleutel '{key.Value}' staat hier twee keer.");
            }
            pairs.Add(new Pair(key.Value, key.Line, Read(parser)));
        }
        return new MapNode(line, pairs);
    }

    private static void RefuseTabs(string text)
    {
        var line = 1;
        foreach (var row in text.AsSpan().EnumerateLines())
        {
            if (row.Length > row.TrimStart(' ').Length ? row.TrimStart(' ').StartsWith('\t') : row.StartsWith('\t'))
            {
                throw new BlueprintSyntaxException(line, "Deze regel springt in met een tab; gebruik spaties.");
            }
            line++;
        }
    }

    private static string Explain(YamlException wrong) =>
        wrong.Message switch
        {
            var text when text.Contains("alias", StringComparison.OrdinalIgnoreCase) =>
                "een woord dat met * begint moet tussen aanhalingstekens staan",
            var text when text.Contains("cannot start any token", StringComparison.Ordinal) =>
                "een waarde die met @, ` of % begint moet tussen aanhalingstekens staan",
            var text when text.Contains("Mapping values are not allowed", StringComparison.OrdinalIgnoreCase) =>
                "een waarde met een dubbele punt erin moet tussen aanhalingstekens staan",
            var text
                when text.Contains("end of stream", StringComparison.OrdinalIgnoreCase)
                    || text.Contains("quoted scalar", StringComparison.OrdinalIgnoreCase) => "een aanhalingsteken of haak is niet gesloten",
            _ => "kijk of de regels gelijk inspringen en of elke haak en elk aanhalingsteken gesloten is",
        };
}

/// <summary>A file that cannot be read; the message is Dutch.</summary>
internal sealed class BlueprintSyntaxException(int line, string message) : Exception(message)
{
    public int Line { get; } = line;
}
