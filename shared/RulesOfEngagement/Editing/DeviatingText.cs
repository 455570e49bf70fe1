namespace WebcareHub.RulesOfEngagement;

/// <summary>Texts of entries that begin from another layer's. Pure.</summary>
public static class DeviatingText
{
    private static readonly string[] NotMine =
    [
        "id",
        "adjust",
        "title",
        "owner",
        "reviewOn",
        "theme",
        "mandatory",
        "note",
        "reason",
        "origin",
    ];

    /// <summary>An adjustment that begins with what is written above, so that there is something to change.</summary>
    /// <param name="above">The entry as written above (<see cref="EntryText"/>).</param>
    public static string Adjust(string id, string above, string reason) =>
        string.Join(
            '\n',
            [
                $"adjust: {id}",
                $"reason: {AdoptionText.Quoted(reason)}",
                .. Parts(above).Where(part => !NotMine.Contains(part.Key)).Select(part => part.Text),
            ]
        );

    /// <summary>A switch-off.</summary>
    public static string Off(string id, string reason) => $"off: {id}\nreason: {AdoptionText.Quoted(reason)}";

    /// <summary>A copy for another layer: kept by that layer from now on, with where it comes from. An origin it had already stays.</summary>
    public static string Copy(string entry, string from, string owner)
    {
        var parts = Parts(entry);
        var origin = parts.FirstOrDefault(part => part.Key == "origin").Text ?? $"origin: {from}";
        return string.Join(
            '\n',
            [
                .. parts.Where(part => part.Key == "id").Select(part => part.Text),
                origin,
                $"owner: {AdoptionText.Quoted(owner)}",
                .. parts
                    .Where(part => part.Key is not ("id" or "origin" or "owner" or "reviewOn" or "mandatory"))
                    .Select(part => part.Text),
            ]
        );
    }

    /// <summary>The fields as written, comments and all; an entry between braces is written out a field per line.</summary>
    private static List<(string Key, string Text)> Parts(string entry)
    {
        var parts = new List<(string Key, string Text)>();
        if (entry.StartsWith('{'))
        {
            return [.. FlowParts(entry)];
        }
        foreach (var line in entry.Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.Length > 0 && line[0] is not (' ' or '#' or '-') && colon > 0)
            {
                parts.Add((line[..colon].TrimEnd('+'), line));
            }
            else if (parts.Count > 0)
            {
                parts[^1] = (parts[^1].Key, $"{parts[^1].Text}\n{line}");
            }
        }
        return parts;
    }

    private static IEnumerable<(string, string)> FlowParts(string entry)
    {
        try
        {
            return YamlTree.Parse(entry)?.Pairs.Select(pair => (pair.Key, $"{pair.Key}: {Flow(pair.Value)}")) ?? [];
        }
        catch (BlueprintSyntaxException)
        {
            return [];
        }
    }

    private static string Flow(Node node) =>
        node switch
        {
            ListNode list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
            MapNode map => $"{{ {string.Join(", ", map.Pairs.Select(pair => $"{pair.Key}: {Flow(pair.Value)}"))} }}",
            ScalarNode { Value: "true" or "false" } flag => flag.Value,
            ScalarNode scalar => AdoptionText.Quoted(scalar.Value),
            _ => "",
        };
}
