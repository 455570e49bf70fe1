namespace WebcareHub.RulesOfEngagement;

/// <summary>
/// Rules may be written for channels and effects that are still to come. That is no fault of the author, so that it is no finding; but whoever
/// checks a blueprint is told that such a rule does nothing today.
/// </summary>
internal static class Unready
{
    // Routing fills none of these facts: nobody tells them yet.
    private static readonly (string Condition, string What)[] Untold =
    [
        ("author", "Nog geen kanaal vertelt wie de afzender is. 'author' is nu altijd 'resident'"),
        ("language", "Nog geen kanaal vertelt in welke taal iemand schrijft. 'language' past nu nooit"),
        ("followers", "Nog geen kanaal vertelt hoeveel volgers iemand heeft. 'followers' past nu nooit"),
        ("campaign", "Nog geen kanaal vertelt bij welke campagne een bericht hoort. 'campaign' past nu nooit"),
    ];

    // Routing takes these from no decision: a colleague does it, or nobody.
    private static readonly (string Action, string What)[] Undone =
    [
        ("notify", "Bij 'notify' krijgt nog niemand een seintje. De rol staat alleen in de uitleg bij het gesprek"),
        ("hide", "Bij 'hide' wordt het bericht nog niet vanzelf verborgen. Het staat als advies in de uitleg bij het gesprek"),
        ("askPrivate", "Bij 'askPrivate' gaat er nog geen vraag naar de inwoner. Het staat als advies in de uitleg bij het gesprek"),
    ];

    public static IReadOnlyList<string> Of(IReadOnlyList<ParsedLayer> layers)
    {
        var rules = layers.SelectMany(layer => layer.Entries).Where(entry => entry.Section.Name == "rules").ToArray();
        return
        [
            .. Untold.Select(fact => Sentence(fact.What, rules.Where(rule => Asks(rule, fact.Condition)))).OfType<string>(),
            .. Undone
                .Select(act => Sentence(act.What, rules.Where(rule => (Field(rule, "then") as MapNode)?[act.Action] is not null)))
                .OfType<string>(),
        ];
    }

    private static bool Asks(ParsedEntry rule, string condition) =>
        Values(Field(rule, "when"), condition).Any(value => condition != "author" || value.Texts() is not ["resident"]);

    private static IEnumerable<Node> Values(Node? condition, string key) =>
        condition
            .Each()
            .OfType<MapNode>()
            .SelectMany(map => map.Pairs)
            .SelectMany(pair =>
                pair.Key == key ? [pair.Value]
                : pair.Key is "any" or "all" or "not" ? Values(pair.Value, key)
                : []
            );

    private static Node? Field(ParsedEntry rule, string name) => rule.Fields.GetValueOrDefault(name)?.Node;

    private static string? Sentence(string what, IEnumerable<ParsedEntry> rules)
    {
        var ids = rules.Select(rule => rule.Id).Distinct().ToArray();
        return ids.Length switch
        {
            0 => null,
            <= 3 => $"{what} ({string.Join(", ", ids)}).",
            _ => $"{what} ({ids[0]} en {ids.Length - 1} andere regels).",
        };
    }
}
