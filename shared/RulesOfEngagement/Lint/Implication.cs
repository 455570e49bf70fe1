using System.Globalization;
using static WebcareHub.RulesOfEngagement.Formula;

namespace WebcareHub.RulesOfEngagement;

/// <summary>
/// Whether one condition always holds when another does. Sound and not complete: a yes is certain, a no may only mean that it was not seen.
/// </summary>
internal sealed class Implication(Merged merged)
{
    // A message has one of these at most.
    private static readonly string[] Single = ["channel", "visibility", "kind", "language", "author", "intent"];

    private static readonly string[] AlwaysPrivate = ["whatsapp", "messenger", "chat"];

    public bool Holds(Formula when, Formula then) =>
        (when, then) switch
        {
            (_, AllOf all) => all.Parts.All(part => Holds(when, part)),
            (AnyOf any, _) => any.Parts.All(part => Holds(part, then)),
            (_, Not { Part: AnyOf none }) => none.Parts.All(part => Holds(when, new Not(part))),
            (_, Not { Part: AllOf all }) when all.Parts.Any(part => Holds(when, new Not(part))) => true,
            (Not { Part: AnyOf none }, _) when none.Parts.Any(part => Holds(new Not(part), then)) => true,
            (AllOf all, AnyOf any) => all.Parts.Any(part => Holds(part, then)) || any.Parts.Any(part => Holds(when, part)),
            (AllOf all, _) => all.Parts.Any(part => Holds(part, then)),
            (_, AnyOf any) => any.Parts.Any(part => Holds(when, part)),
            (Not one, Not other) => Holds(other.Part, one.Part),
            (Atom one, Not { Part: Atom other }) => Excludes(one, other),
            (Atom one, Atom other) => Atoms(one, other),
            _ => false,
        };

    /// <summary>Both hold for the same messages.</summary>
    public bool Same(Formula one, Formula other) => Holds(one, other) && Holds(other, one);

    /// <summary>No message can have this, as far as is seen.</summary>
    public bool IsNever(Formula formula) =>
        formula switch
        {
            AnyOf any => any.Parts.Count > 0 && any.Parts.All(IsNever),
            Not not => not.Part is AllOf { Parts.Count: 0 },
            AllOf all => Flat(all) is var parts && (parts.Any(IsNever) || parts.Any(one => parts.Any(other => Clash(one, other)))),
            _ => false,
        };

    private bool Clash(Formula one, Formula other) =>
        other is Not not ? Holds(one, not.Part) : one is not Not && Holds(one, new Not(other));

    private static List<Formula> Flat(AllOf all) => [.. all.Parts.SelectMany(part => part is AllOf inner ? Flat(inner) : [part])];

    private bool Atoms(Atom one, Atom other) =>
        (one.Key, other.Key) switch
        {
            ("text", "text") => one.Symbols.AsSpan().IndexOf(other.Symbols) >= 0,
            ("topic", "topic") => Above(one.Value).Contains(other.Value),
            ("attachments", "attachments") or ("followers", "followers") => Number(one.Value) >= Number(other.Value),
            ("channel", "visibility") => other.Value == "private" && AlwaysPrivate.Contains(one.Value),
            var (key, same) when key == same => one.Value == other.Value || other.Value == Signals.AnyValue,
            _ => false,
        };

    private static bool Excludes(Atom one, Atom other) =>
        (one.Key, other.Key) switch
        {
            ("topic", "topic") => (one.Value == "none") != (other.Value == "none"),
            ("channel", "visibility") => other.Value == "public" && AlwaysPrivate.Contains(one.Value),
            ("visibility", "channel") => one.Value == "public" && AlwaysPrivate.Contains(other.Value),
            var (key, same) => key == same && Single.Contains(key) && one.Value != other.Value,
        };

    private List<string> Above(string topic)
    {
        var line = new List<string> { topic };
        while (merged.Find("topics", line[^1])?.Text("parent") is { } parent && !line.Contains(parent))
        {
            line.Add(parent);
        }
        return line;
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
