namespace WebcareHub.RulesOfEngagement;

/// <summary>A condition as logic, to reason about. Compiling for speed is done elsewhere; both read the same language.</summary>
internal abstract record Formula
{
    /// <summary>Always.</summary>
    public static readonly Formula True = new AllOf([]);

    /// <summary>One fact: <paramref name="Key"/> has <paramref name="Value"/>; for words the value is the pattern as written.</summary>
    /// <param name="Symbols">Of a word: as the search engine sees it.</param>
    internal sealed record Atom(string Key, string Value, byte[]? Symbols = null) : Formula;

    internal sealed record AnyOf(IReadOnlyList<Formula> Parts) : Formula;

    internal sealed record AllOf(IReadOnlyList<Formula> Parts) : Formula;

    internal sealed record Not(Formula Part) : Formula;

    /// <summary>When this rule applies; a rule within a scenario asks for that as well.</summary>
    public static Formula Of(MergedEntry rule, Merged merged)
    {
        var when = Of(rule["when"], merged);
        return rule.Scenario is { } scenario ? All([new Atom("scenario", scenario), when]) : when;
    }

    /// <summary>Words with <c>@lists</c> written out; what cannot be searched is left out.</summary>
    public static IReadOnlyList<Atom> Words(IEnumerable<string> words, Merged merged) =>
        [
            .. words
                .SelectMany(word => word.StartsWith('@') ? merged.Find("wordlists", word[1..])?.Texts("words") ?? [] : [word])
                .Select(Word)
                .OfType<Atom>(),
        ];

    /// <summary>Words as they stand in a condition <c>text</c>, by part: any, all, none.</summary>
    public static IReadOnlyList<Atom> Words(Node? text, string part, Merged merged) =>
        Words(
            text is MapNode map ? map[part].Texts()
                : part == "any" ? text.Texts()
                : [],
            merged
        );

    private static Atom? Word(string word) => Pattern.Parse(word, out _) is { } pattern ? new Atom("text", word, pattern.Symbols) : null;

    private static Formula Of(Node? condition, Merged merged) =>
        All([.. condition.Each().OfType<MapNode>().SelectMany(map => map.Pairs).Select(pair => OfPair(pair, merged))]);

    private static Formula OfPair(Pair pair, Merged merged) =>
        pair.Key switch
        {
            "always" => pair.Value.IsTrue() ? True : new Not(True),
            "any" => Any([.. pair.Value.Each().Select(each => Of(each, merged))]),
            "all" => All([.. pair.Value.Each().Select(each => Of(each, merged))]),
            "not" => new Not(Any([.. pair.Value.Each().Select(each => Of(each, merged))])),
            "text" => Text(pair.Value, merged),
            "detects" => Any([.. pair.Value.Texts().Select(kind => Detects(kind, merged))]),
            "firstContact" => Flag(pair.Key, pair.Value.IsTrue()),
            "attachments" or "followers" => AtLeast(pair.Key, pair.Value),
            "holiday" or "scenario" when pair.Value is ScalarNode { Value: "true" or "false" } => Flag(pair.Key, pair.Value.IsTrue()),
            "hours" => Any([.. pair.Value.Texts().Select(value => Flag("open", value == "open"))]),
            var key => Any([.. pair.Value.Texts().Select(value => new Atom(key, value))]),
        };

    private static Formula Flag(string key, bool isTrue) =>
        isTrue ? new Atom(key, Signals.AnyValue) : new Not(new Atom(key, Signals.AnyValue));

    private static Formula AtLeast(string key, Node value) =>
        value is MapNode map ? new Atom(key, map["atLeast"].Text() ?? "1")
        : value.IsTrue() ? new Atom(key, "1")
        : new Not(new Atom(key, "1"));

    private static Formula Detects(string kind, Merged merged) =>
        kind == "threat" ? Any([.. Words(["@" + RuleLanguage.ThreatList], merged)]) : new Atom("detects", kind);

    private static Formula Text(Node node, Merged merged)
    {
        var parts = new List<Formula>();
        if (node is not MapNode map || map["any"] is not null)
        {
            parts.Add(Any([.. Words(node, "any", merged)]));
        }
        parts.AddRange(Words(node, "all", merged));
        var none = Words(node, "none", merged);
        return All(none.Count == 0 ? parts : [.. parts, new Not(Any([.. none]))]);
    }

    // One of one is the one itself: then fewer forms are left to tell apart.
    private static Formula Any(List<Formula> parts) => parts.Count == 1 ? parts[0] : new AnyOf(parts);

    private static Formula All(List<Formula> parts) => parts.Count == 1 ? parts[0] : new AllOf(parts);
}
