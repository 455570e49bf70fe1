using System.Text;

namespace WebcareHub.RulesOfEngagement;

/// <summary>A text with <c>{slot}</c> and <c>{slot|otherwise}</c>; <c>{{</c> is a brace.</summary>
internal static class SlotText
{
    /// <summary>The slots in a text, with what stands after the bar; a Dutch problem when it cannot be read.</summary>
    public static IReadOnlyList<(string Name, string? Otherwise)> Slots(string text, out string? problem)
    {
        var slots = new List<(string, string?)>();
        problem = Walk(text, _ => { }, (name, otherwise) => slots.Add((name, otherwise)));
        return slots;
    }

    /// <summary>Fills the slots; one without a value stands as <c>[slot]</c> and is reported missing.</summary>
    public static RenderedAnswer Fill(string text, Func<string, string?> value)
    {
        var filled = new StringBuilder(text.Length + 64);
        var missing = new List<string>();
        Walk(
            text,
            literal => filled.Append(literal),
            (name, otherwise) =>
            {
                var found = value(name) is { Length: > 0 } known ? known : otherwise;
                if (found is null && !missing.Contains(name))
                {
                    missing.Add(name);
                }
                filled.Append(found ?? $"[{name}]");
            }
        );
        return new RenderedAnswer(filled.ToString().TrimEnd(), missing);
    }

    private static string? Walk(string text, Action<string> literal, Action<string, string?> slot)
    {
        for (var i = 0; i < text.Length; )
        {
            var open = text.IndexOf('{', i);
            if (open < 0)
            {
                literal(text[i..]);
                break;
            }
            literal(text[i..open]);
            if (open + 1 < text.Length && text[open + 1] == '{')
            {
                literal("{");
                i = open + 2;
                continue;
            }
            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                literal(text[open..]);
                return "een slot is niet gesloten met }";
            }
            var parts = text[(open + 1)..close].Split('|', 2);
            if (!IsName(parts[0]))
            {
                literal(text[open..(close + 1)]);
                return $"'{{{parts[0]}}}' is geen naam van een slot: gebruik kleine letters, cijfers en -";
            }
            slot(parts[0], parts.Length > 1 ? parts[1] : null);
            i = close + 1;
        }
        return null;
    }

    public static bool IsName(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
