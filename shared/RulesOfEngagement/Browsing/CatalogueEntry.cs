namespace WebcareHub.RulesOfEngagement;

/// <summary>An entry as it stands in a municipality, for who looks around.</summary>
/// <param name="Layer">The layer that gave its present form, switched it off, or offers it.</param>
/// <param name="Mandatory">Layers below may not change it.</param>
/// <param name="Reason">Why the layer above deviates, as written; null when there is none.</param>
/// <param name="Origin">Where it was copied from; null when it was not.</param>
public sealed record CatalogueEntry(
    string Section,
    string Id,
    string Title,
    string Theme,
    string Layer,
    EntryStanding Standing,
    bool Mandatory,
    string? Owner,
    DateOnly? ReviewOn,
    string? Reason,
    string? Origin
)
{
    internal MergedEntry? Merged { get; init; }

    /// <summary>What holds, per field, as people read it.</summary>
    public IReadOnlyList<CatalogueField> Fields =>
        [
            .. (Merged?.Fields ?? new Dictionary<string, MergedField>()).Select(each => new CatalogueField(
                each.Key,
                Plain(each.Value.Node),
                each.Value.Layer
            )),
        ];

    private static string Plain(Node node) =>
        node switch
        {
            ScalarNode scalar => scalar.Value.TrimEnd('\n'),
            ListNode list => string.Join(", ", list.Items.Select(Plain)),
            MapNode map => string.Join("; ", map.Pairs.Select(pair => $"{pair.Key}: {Plain(pair.Value)}")),
            _ => "",
        };
}

/// <summary>One field and the layer that set it.</summary>
public sealed record CatalogueField(string Name, string Value, string Layer);
