namespace WebcareHub.RulesOfEngagement;

/// <summary>Pieces of YAML as people read them, and whether two say the same.</summary>
internal static class ReadableNode
{
    public static string Of(Node node) =>
        node switch
        {
            ScalarNode scalar => scalar.Value.TrimEnd('\n'),
            ListNode list => string.Join(", ", list.Items.Select(Part)),
            MapNode map => string.Join("; ", map.Pairs.Select(Line)),
            _ => "",
        };

    /// <summary>The pieces that are compared: items of a list, words of a text.</summary>
    public static IReadOnlyList<string> Pieces(Node? node) =>
        node switch
        {
            null => [],
            ListNode list => [.. list.Items.SelectMany((item, i) => i == 0 ? [Part(item)] : new[] { ", ", Part(item) })],
            MapNode map => [.. map.Pairs.SelectMany((pair, i) => i == 0 ? Words(pair) : ["; ", .. Words(pair)])],
            _ => WordComparison.Split(Of(node)),
        };

    /// <summary>The same whatever the layout: line numbers, quotes and flow style do not count.</summary>
    public static bool Same(Node? one, Node? other) =>
        (one, other) switch
        {
            (null, null) => true,
            (ScalarNode a, ScalarNode b) => a.Value == b.Value,
            (ListNode a, ListNode b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(pair => Same(pair.First, pair.Second)),
            (MapNode a, MapNode b) => a.Pairs.Count == b.Pairs.Count && a.Pairs.All(pair => Same(pair.Value, b[pair.Key])),
            _ => false,
        };

    // What stands between two pairs belongs to neither, or a pair that comes after another would change it.
    private static IReadOnlyList<string> Words(Pair pair) => WordComparison.Split(Line(pair));

    private static string Line(Pair pair) => $"{pair.Key}: {Part(pair.Value)}";

    private static string Part(Node node) => node is ScalarNode ? Of(node) : $"({Of(node)})";
}
