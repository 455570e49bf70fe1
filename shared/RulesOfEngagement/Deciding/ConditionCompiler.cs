using System.Globalization;

namespace WebcareHub.RulesOfEngagement;

/// <summary>Turns <c>when</c> into an expression over signals.</summary>
/// <param name="find">An entry by section and id; null when there is none.</param>
internal sealed class ConditionCompiler(Func<string, string, MergedEntry?> find, Signals signals)
{
    public Expression Compile(Node? condition) =>
        Expression.All([.. condition.Each().OfType<MapNode>().SelectMany(map => map.Pairs).Select(Part)]);

    /// <summary>Words with <c>@lists</c> written out.</summary>
    public IReadOnlyList<string> Words(Node? node) =>
        [.. node.Texts().SelectMany(word => word.StartsWith('@') ? find("wordlists", word[1..])?.Texts("words") ?? [] : [word])];

    private Expression Part(Pair pair) =>
        pair.Key switch
        {
            "always" => If(Expression.All([]), pair.Value),
            "any" => Expression.Any([.. pair.Value.Each().Select(Compile)]),
            "all" => Expression.All([.. pair.Value.Each().Select(Compile)]),
            "not" => new Expression.Not(Expression.Any([.. pair.Value.Each().Select(Compile)])),
            "text" => Text(pair.Value),
            "hours" => Each(
                pair.Value,
                value => value == "open" ? signals.Fact(Ask.Hours, "open") : new Expression.Not(signals.Fact(Ask.Hours, "open"))
            ),
            "detects" => Each(pair.Value, Detects),
            "firstContact" => If(signals.Fact(Ask.FirstContact, Signals.AnyValue), pair.Value),
            "attachments" => AtLeast(Ask.Attachments, pair.Value),
            "followers" => AtLeast(Ask.Followers, pair.Value),
            "holiday" => FlagOr(Ask.Holiday, Ask.HolidayName, pair.Value),
            "scenario" => FlagOr(Ask.Scenario, Ask.Scenario, pair.Value),
            var key => Each(pair.Value, value => signals.Fact(FactOf(key), value)),
        };

    private static Ask FactOf(string key) =>
        key switch
        {
            "channel" => Ask.Channel,
            "visibility" => Ask.Visibility,
            "kind" => Ask.Kind,
            "language" => Ask.Language,
            "author" => Ask.Author,
            "topic" => Ask.Topic,
            "intent" => Ask.Intent,
            "campaign" => Ask.Campaign,
            _ => throw new InvalidOperationException($"No compiler for condition '{key}'."),
        };

    private static Expression Each(Node value, Func<string, Expression> one) => Expression.Any([.. value.Texts().Select(one)]);

    private static Expression If(Expression fact, Node value) => value.IsTrue() ? fact : new Expression.Not(fact);

    private Expression Detects(string kind) =>
        kind == "threat"
            ? signals.Words(find("wordlists", RuleLanguage.ThreatList)?.Texts("words") ?? [])
            : signals.Fact(Ask.Detects, kind);

    private Expression FlagOr(Ask flag, Ask named, Node value) =>
        value is ScalarNode { Value: "true" or "false" }
            ? If(signals.Fact(flag, Signals.AnyValue), value)
            : Each(value, name => signals.Fact(named, name));

    private Expression AtLeast(Ask ask, Node value) =>
        value is MapNode map
            ? signals.Fact(ask, (map["atLeast"].Text() ?? "1").ToString(CultureInfo.InvariantCulture))
            : If(signals.Fact(ask, "1"), value);

    private Expression Text(Node node)
    {
        if (node is not MapNode map)
        {
            return signals.Words(Words(node));
        }
        var parts = new List<Expression>();
        foreach (var pair in map.Pairs)
        {
            var words = Words(pair.Value);
            parts.Add(
                pair.Key switch
                {
                    "any" => signals.Words(words),
                    "all" => Expression.All([.. words.Select(word => signals.Words([word]))]),
                    _ => new Expression.Not(signals.Words(words)),
                }
            );
        }
        return Expression.All(parts);
    }
}
