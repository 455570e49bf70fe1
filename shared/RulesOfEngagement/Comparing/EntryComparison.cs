namespace WebcareHub.RulesOfEngagement;

/// <summary>Entries of two releases, one by one.</summary>
internal static class EntryComparison
{
    private static readonly Dictionary<string, string> Blocks = new()
    {
        ["layer"] = "De laag zelf",
        ["voice"] = "De stem",
        ["retention"] = "De bewaartermijnen",
        ["satisfaction"] = "De vraag om een cijfer",
        ["adoption"] = "De keuzes",
    };

    public static EntryDifference? Of(WrittenEntry? before, WrittenEntry? after, bool moved)
    {
        var shown = (after ?? before)!;
        var names = (before?.Fields ?? []).Concat(after?.Fields ?? []).Select(field => field.Key).Distinct();
        var fields = names
            .Where(name => !ReadableNode.Same(before?[name], after?[name]))
            .Select(name => FieldComparison.Of(name, before?[name], after?[name]))
            .ToList();
        ChangeKind? change =
            before is null ? ChangeKind.Added
            : after is null ? ChangeKind.Removed
            : fields.Count > 0 || before.Mode != after.Mode ? ChangeKind.Changed
            : moved ? ChangeKind.Moved
            : null;
        return change is { } kind
            ? new(shown.Section, shown.Id, shown.Title, shown.File, kind, Sentence(before, after, kind, fields, moved), fields)
            : null;
    }

    private static string Sentence(WrittenEntry? before, WrittenEntry? after, ChangeKind change, List<FieldDifference> fields, bool moved)
    {
        var subject = Subject((after ?? before)!);
        return change switch
        {
            ChangeKind.Added => $"{subject} {Came(after!.Mode)}{Because(after)}.",
            ChangeKind.Removed => $"{subject} {Went(before!.Mode)}.",
            ChangeKind.Moved => $"{subject} staat op een andere plaats in de volgorde.",
            _ when before!.Mode != after!.Mode => $"{subject} {Turned(after.Mode)}{Because(after)}.",
            _ => $"{subject} is gewijzigd. {string.Join(" ", fields.Take(3).Select(field => field.Sentence))}{Rest(fields.Count, moved)}",
        };
    }

    private static string Came(string mode) =>
        mode switch
        {
            "adjust" => "wordt hier aangepast",
            "off" => "wordt hier uitgezet",
            _ => "is nieuw",
        };

    private static string Went(string mode) =>
        mode switch
        {
            "adjust" => "wordt hier niet meer aangepast",
            "off" => "wordt hier niet meer uitgezet",
            _ => "is weg",
        };

    private static string Turned(string mode) =>
        mode switch
        {
            "adjust" => "wordt nu aangepast",
            "off" => "wordt nu uitgezet",
            _ => "is nu een eigen onderdeel",
        };

    private static string Because(WrittenEntry entry) =>
        entry["reason"].Text() is { } reason ? $", omdat: {reason.TrimEnd('.', '\n')}" : "";

    private static string Rest(int fields, bool moved) =>
        (fields > 3 ? $" En nog {fields - 3} andere velden." : "") + (moved ? " De plaats in de volgorde is ook anders." : "");

    private static string Subject(WrittenEntry entry) =>
        entry.Section switch
        {
            "defaults" => $"Wat geldt voor heel {entry.File}",
            "register" => $"Gemeente {entry.Title} in het register",
            _ when Blocks.GetValueOrDefault(entry.Section) is { } block => block,
            _ => $"{Kind(entry.Section)} '{entry.Title}'",
        };

    private static string Kind(string section) =>
        Sections.Find(section)?.One.Split(' ', 2) is [_, var noun] ? char.ToUpperInvariant(noun[0]) + noun[1..] : $"Onder '{section}':";
}
