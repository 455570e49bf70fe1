namespace WebcareHub.RulesOfEngagement;

/// <summary>Checks adjustments that change nothing: they would hold back every later change from above.</summary>
internal static class AdjustCheck
{
    private static readonly string[] Beside = ["reason", "note", "owner", "reviewOn"];

    public static void Check(ParsedLayer layer, Merged above, Report report)
    {
        foreach (var entry in layer.Entries.Where(entry => entry is { Mode: EntryMode.Adjust, Section.IsList: true }))
        {
            var known = above.Find(entry.Section.Name, entry.Id);
            foreach (var (name, field) in known is null ? [] : entry.Fields.Where(field => !Beside.Contains(field.Key)))
            {
                if (!field.Append && ReadableNode.Same(field.Node, known![name]))
                {
                    report.Remark(
                        entry.Place.At(field.Line),
                        $"'{name}' is hierboven al hetzelfde. Haal het weg, dan blijft u latere verbeteringen volgen."
                    );
                }
            }
        }
    }
}
