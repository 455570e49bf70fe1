namespace WebcareHub.Monitoring.EnvironmentAnalyses.Reading;

/// <summary>Hides small counts, so that no one resident shows through. Pure.</summary>
internal static class Small
{
    /// <summary>Fewer than this are told by no number.</summary>
    internal const int Least = 5;

    /// <summary>Null when it is above zero and too small to tell.</summary>
    internal static int? Shown(int count) => count is > 0 and < Least ? null : count;

    /// <summary>
    /// The parts of a total that stands beside them. When what is hidden would follow from the total, the smallest that is told is hidden too.
    /// </summary>
    internal static IReadOnlyList<int?> Parts(IReadOnlyList<int> counts)
    {
        var shown = counts.Select(Shown).ToArray();
        var hidden = counts.Where((count, at) => shown[at] is null).ToArray();
        if (hidden.Length > 0 && (hidden.Length == 1 || hidden.Sum() < Least))
        {
            var least = counts
                .Index()
                .Where(each => each.Item >= Least)
                .OrderBy(each => each.Item)
                .Select(each => (int?)each.Index)
                .FirstOrDefault();
            if (least is { } at)
                shown[at] = null;
        }
        return shown;
    }
}
