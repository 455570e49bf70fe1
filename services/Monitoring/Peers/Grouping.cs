namespace WebcareHub.Monitoring.Peers;

/// <summary>
/// Which groups may be shown of a figure and month. Municipalities that lie in just the same shown groups cannot be told apart by any sum or
/// difference of groups; so each such cluster must have at least five, and then nothing shown says anything about fewer than five.
/// </summary>
internal static class Grouping
{
    internal const int Least = 5;

    /// <param name="groups">In order of importance: one that would tell too much beside those before it is left out.</param>
    /// <param name="sharing">Who share the figure.</param>
    internal static IReadOnlyList<Group> Shown(IReadOnlyList<Group> groups, IReadOnlySet<string> sharing)
    {
        var shown = new List<Group>();
        foreach (var group in groups)
        {
            if (Clusters([.. shown, group], sharing).All(cluster => cluster >= Least) && group.Members.Any(sharing.Contains))
            {
                shown.Add(group);
            }
        }

        return shown;
    }

    private static IEnumerable<int> Clusters(IReadOnlyList<Group> groups, IReadOnlySet<string> sharing) =>
        sharing
            .Select(one => string.Concat(groups.Select(group => group.Members.Contains(one) ? '1' : '0')))
            .Where(place => place.Contains('1'))
            .GroupBy(place => place)
            .Select(cluster => cluster.Count());

    /// <summary>A group of municipalities.</summary>
    internal sealed record Group(string Id, string Title, IReadOnlySet<string> Members);
}
