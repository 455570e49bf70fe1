namespace WebcareHub.RulesOfEngagement;

/// <summary>A piece of YAML with its line, from 1.</summary>
internal abstract record Node(int Line);

internal sealed record ScalarNode(int Line, string Value) : Node(Line);

internal sealed record ListNode(int Line, IReadOnlyList<Node> Items) : Node(Line);

internal sealed record MapNode(int Line, IReadOnlyList<Pair> Pairs) : Node(Line)
{
    public Node? this[string key] => Pairs.FirstOrDefault(pair => pair.Key == key)?.Value;
}

internal sealed record Pair(string Key, int Line, Node Value);

internal static class NodeReading
{
    /// <summary>The items of a list, or the one value itself: authors may leave the brackets out.</summary>
    public static IEnumerable<Node> Each(this Node? node) =>
        node switch
        {
            null => [],
            ListNode list => list.Items,
            ScalarNode { Value: "" } => [],
            _ => [node],
        };

    public static string? Text(this Node? node) => (node as ScalarNode)?.Value is { Length: > 0 } text ? text : null;

    public static bool IsTrue(this Node? node) => node is ScalarNode { Value: "true" };

    public static string[] Texts(this Node? node) => [.. node.Each().OfType<ScalarNode>().Select(scalar => scalar.Value)];
}
