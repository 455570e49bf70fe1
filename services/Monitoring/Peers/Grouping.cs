namespace WebcareHub.Monitoring.Peers;

/// <summary>
/// Whose figures are in the mean of a group. Municipalities that lie in just the same means, of this month and those before, cannot be told apart by
/// any sum or difference of them. So each such cluster has at least five; who joins or leaves does so in a company of at least five.
/// </summary>
internal static class Grouping
{
    internal const int Least = 5;

    /// <summary>How many months are looked at together: figures of longer ago say nothing of today.</summary>
    internal const int Months = 12;

    /// <summary>The means that are told of one figure and month; a group of which nothing can be told is left out.</summary>
    /// <param name="groups">In order of importance: what one tells limits those after it.</param>
    /// <param name="sharing">Who share the figure and have something to count.</param>
    /// <param name="before">Whose figures were in the means told of the months before.</param>
    internal static IReadOnlyList<Mean> Told(
        IReadOnlyList<Group> groups,
        IReadOnlySet<string> sharing,
        IReadOnlyList<IReadOnlySet<string>> before
    )
    {
        var told = before.ToList();
        var means = new List<Mean>();
        foreach (var group in groups)
        {
            var members = Members(told, group.Members.Where(sharing.Contains).ToHashSet(), sharing);
            if (members.Count > 0)
            {
                means.Add(new(group.Id, members));
                told.Add(members);
            }
        }

        return means;
    }

    private static HashSet<string> Members(List<IReadOnlySet<string>> told, HashSet<string> fitting, IReadOnlySet<string> sharing) =>
        told.SelectMany(mean => mean)
            .Concat(sharing)
            .Distinct()
            .GroupBy(one => string.Concat(told.Select(mean => mean.Contains(one) ? '1' : '0')))
            .SelectMany(cluster => Part([.. cluster.Where(fitting.Contains).Order(StringComparer.Ordinal)], cluster.Count(), cluster.Key))
            .ToHashSet();

    /// <summary>As many of a cluster as can be in a mean while five or more stay together on either side of it.</summary>
    private static IEnumerable<string> Part(IReadOnlyList<string> fitting, int all, string place)
    {
        // Of who was in no mean yet nothing is told by leaving them out.
        var left = place.Contains('1', StringComparison.Ordinal) ? all - fitting.Count : 0;
        var along = left is > 0 and < Least ? Least - left : 0;
        return fitting.Count - along >= Least ? fitting.Skip(along) : [];
    }

    /// <summary>A group of municipalities.</summary>
    internal sealed record Group(string Id, string Title, IReadOnlySet<string> Members);

    /// <summary>Whose figures are in the mean of a group.</summary>
    internal sealed record Mean(string Group, IReadOnlySet<string> Members);
}
