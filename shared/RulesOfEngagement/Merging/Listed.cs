namespace WebcareHub.RulesOfEngagement;

/// <summary>Records of one section, in order and by id.</summary>
internal sealed class Listed<T>(IReadOnlyList<T> items, Func<T, string> id)
{
    public IReadOnlyList<T> Items => items;

    public IReadOnlyDictionary<string, T> ById { get; } = items.ToDictionary(id);
}
