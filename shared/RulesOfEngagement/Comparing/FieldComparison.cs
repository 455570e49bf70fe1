namespace WebcareHub.RulesOfEngagement;

/// <summary>One field of an entry before and after, with its sentence.</summary>
internal static class FieldComparison
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["title"] = "de titel",
        ["owner"] = "de eigenaar",
        ["reviewOn"] = "de herzieningsdatum",
        ["theme"] = "het thema",
        ["mandatory"] = "verplicht",
        ["note"] = "de toelichting",
        ["reason"] = "de reden",
        ["text"] = "de tekst",
        ["informal"] = "de tekst in de je-vorm",
        ["validUntil"] = "de laatste geldige dag",
        ["topics"] = "de onderwerpen",
        ["channels"] = "de kanalen",
        ["parent"] = "het onderwerp erboven",
        ["words"] = "de woorden",
        ["not"] = "de uitgesloten woorden",
        ["ask"] = "de vragen aan de inwoner",
        ["members"] = "de gemeenten",
        ["inhabitants"] = "het aantal inwoners",
        ["firstResponse"] = "de termijn",
        ["hours"] = "de openingstijden",
        ["week"] = "de week",
        ["exceptions"] = "de uitzonderingen",
        ["holidays"] = "de feestdagen",
        ["coreMessage"] = "de kernboodschap",
        ["coreMessages"] = "de kernboodschappen",
        ["who"] = "wie er nodig zijn",
        ["pools"] = "de pools",
        ["answers"] = "de antwoorden",
        ["checklist"] = "de checklist",
        ["scaleDown"] = "de lijst voor het afschalen",
        ["signs"] = "de signalen voor de omgevingsanalyse",
        ["actionPerspective"] = "het handelingsperspectief",
        ["salutation"] = "de aanspreekvorm",
        ["greeting"] = "de begroeting",
        ["signature"] = "de ondertekening",
        ["tone"] = "de toon",
        ["when"] = "de voorwaarden",
        ["when.text"] = "de woorden in de voorwaarde",
        ["then"] = "de gevolgen",
        ["province"] = "de provincie",
        ["safety_region"] = "de veiligheidsregio",
        ["valid_from"] = "de eerste dag",
        ["valid_to"] = "de dag van opheffing",
    };

    public static FieldDifference Of(string field, Node? before, Node? after)
    {
        var (was, now) = (before is null ? null : ReadableNode.Of(before), after is null ? null : ReadableNode.Of(after));
        var words = WordComparison.Of(ReadableNode.Pieces(before), ReadableNode.Pieces(after));
        return new(field, was, now, words, Sentence(field, before, after));
    }

    private static string Sentence(string field, Node? before, Node? after)
    {
        var name = Name(field.TrimEnd('+')) + (field.EndsWith('+') ? " (aanvulling)" : "");
        return (before, after) switch
        {
            (null, not null) => Short(after) is { } now ? $"{Upper(name)} is nu '{now}'." : $"{Upper(name)}: nieuw.",
            (not null, null) => Short(before) is { } was ? $"{Upper(name)} was '{was}' en is weg." : $"{Upper(name)}: weg.",
            (ListNode or ScalarNode, ListNode) or (ListNode, ScalarNode) => Listed(name, before, after),
            _ when Short(before!) is { } was && Short(after!) is { } now => $"{Upper(name)} gaat van '{was}' naar '{now}'.",
            _ => $"{Upper(name)}: {Counted(before!, after!)}.",
        };
    }

    private static string Listed(string name, Node before, Node after)
    {
        var (was, now) = (Items(before), Items(after));
        var (gone, come) = (was.Except(now).ToList(), now.Except(was).ToList());
        var parts = new[] { Count(come, "erbij"), Count(gone, "weg") }.OfType<string>().ToList();
        return parts.Count == 0 ? $"{Upper(name)}: de volgorde is anders." : $"{Upper(name)}: {string.Join(", ", parts)}.";
    }

    private static List<string> Items(Node node) => [.. node.Each().Select(ReadableNode.Of)];

    private static string? Count(List<string> items, string what) =>
        items.Count switch
        {
            0 => null,
            <= 3 => $"{string.Join(", ", items.Select(item => $"'{item}'"))} {what}",
            _ => $"'{items[0]}' en {items.Count - 1} andere {what}",
        };

    private static string Counted(Node before, Node after)
    {
        var pieces = WordComparison.Of(ReadableNode.Pieces(before), ReadableNode.Pieces(after));
        int Words(ChangeKind change) =>
            pieces.Where(piece => piece.Change == change).Sum(piece => WordComparison.Split(piece.Text.Trim()).Count);
        var (come, gone) = (Words(ChangeKind.Added), Words(ChangeKind.Removed));
        return (come, gone) switch
        {
            (0, 0) => "alleen witruimte is anders",
            (_, 0) => $"{Plural(come)} erbij",
            (0, _) => $"{Plural(gone)} weg",
            _ => $"{Plural(come)} erbij, {Plural(gone)} weg",
        };
    }

    private static string Plural(int words) => words == 1 ? "1 woord" : $"{words} woorden";

    /// <summary>A value that fits in a sentence.</summary>
    private static string? Short(Node node) =>
        ReadableNode.Of(node) switch
        {
            "true" => "ja",
            "false" => "nee",
            { Length: <= 60 } text when !text.Contains('\n') => TraceSentence.ValueInWords(text),
            _ => null,
        };

    public static string Name(string field) =>
        Names.GetValueOrDefault(field)
        ?? field.Split('.', 2) switch
        {
            ["then", var act] => TraceSentence.FieldInWords(act) ?? act,
            ["when", var condition] => $"voorwaarde '{Condition(condition)}'",
            ["facts", var fact] => $"gegeven '{fact}'",
            _ => TraceSentence.FieldInWords(field) ?? field,
        };

    private static string Condition(string name) =>
        RuleLanguage
            .Conditions.Concat(RuleLanguage.OverflowParts)
            .FirstOrDefault(known => known.Name == name)
            ?.About.TrimEnd('.')
            .ToLowerInvariant()
        ?? name;

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
