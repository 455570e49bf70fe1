using System.Globalization;

namespace WebcareHub.RulesOfEngagement;

/// <summary>An entry to look at again, as one layer wrote it.</summary>
/// <param name="Section">topics, rules, …</param>
/// <param name="Title">As this layer wrote it; the id when it wrote none.</param>
/// <param name="Owner">Null when nobody is named.</param>
public sealed record ReviewDue(string Layer, string Section, string Entry, string Title, string Theme, string? Owner, DateOnly On);

/// <summary>When which entry is to be looked at again.</summary>
public static class ReviewCalendar
{
    /// <summary>Entries of these layers with a review date up to and including <paramref name="until"/>, soonest first.</summary>
    public static IReadOnlyList<ReviewDue> Until(Blueprint blueprint, IReadOnlyCollection<string> layers, DateOnly until)
    {
        ArgumentNullException.ThrowIfNull(blueprint);
        return
        [
            .. blueprint
                .Layers.Where(layer => layers.Contains(layer.Code))
                .SelectMany(layer => layer.Entries.Where(IsOwnEntry).Select(entry => Due(layer.Code, entry)))
                .OfType<ReviewDue>()
                .Where(due => due.On <= until)
                .OrderBy(due => due.On)
                .ThenBy(due => due.Section, StringComparer.Ordinal)
                .ThenBy(due => due.Entry, StringComparer.Ordinal),
        ];
    }

    /// <summary>A rule within a scenario is looked at with it.</summary>
    private static bool IsOwnEntry(ParsedEntry entry) => entry.Scenario is null && entry.Mode != EntryMode.Off;

    private static ReviewDue? Due(string layer, ParsedEntry entry) =>
        DateOnly.TryParseExact(Text(entry, "reviewOn"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? new(
                layer,
                entry.Section.Name,
                entry.Id,
                Text(entry, "title") ?? entry.Id,
                Text(entry, "theme") ?? "webcare",
                Text(entry, "owner"),
                on
            )
            : null;

    private static string? Text(ParsedEntry entry, string field) => entry.Fields.GetValueOrDefault(field)?.Node.Text();
}
