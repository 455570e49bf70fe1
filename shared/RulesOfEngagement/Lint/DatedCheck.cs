namespace WebcareHub.RulesOfEngagement;

/// <summary>What was to be looked at again, and what no longer holds or soon will not.</summary>
/// <param name="Section">topics, …; <c>voice</c> for a fact.</param>
/// <param name="Entry">For a fact <c>voice</c>.</param>
internal sealed record Dated(
    CareKind Kind,
    string Section,
    string Entry,
    string Title,
    string? Owner,
    Place Place,
    DateOnly On,
    string Sentence
)
{
    /// <summary>As a remark about a layer.</summary>
    public Finding In(string layer) => new(layer, Place.File, Place.Line, Entry, Sentence, IsError: false);
}

/// <summary>Looks at the dates of a layer.</summary>
internal static class DatedCheck
{
    // A month gives time to find out what will hold next.
    private const int SoonDays = 30;

    public static IEnumerable<Dated> Of(ParsedLayer layer, DateOnly today)
    {
        foreach (var entry in layer.Entries.Where(entry => entry.Mode != EntryMode.Off))
        {
            if (Date(entry, "reviewOn") is { } review && review < today)
            {
                yield return Of(
                    CareKind.ReviewOverdue,
                    entry,
                    review,
                    $"De herzieningsdatum was {review:yyyy-MM-dd}. Bekijk dit weer en zet een nieuwe datum."
                );
            }
            if (Date(entry, "validUntil") is { } until && Holding("Dit", until, today) is { } held)
            {
                yield return Of(held.Kind, entry, until, held.Sentence);
            }
            foreach (var (name, fact) in entry.Fields.Where(field => field.Key.StartsWith("facts.", StringComparison.Ordinal)))
            {
                if (Fact.ValidUntil(fact.Node) is { } last && Holding($"Het gegeven '{name[6..]}'", last, today) is { } its)
                {
                    yield return Of(its.Kind, entry, last, its.Sentence) with
                    {
                        Place = entry.Place.At(fact.Line),
                        Title = name[6..],
                    };
                }
            }
        }
    }

    private static (CareKind Kind, string Sentence)? Holding(string what, DateOnly until, DateOnly today) =>
        until < today ? (CareKind.Expired, $"{what} gold tot en met {until:yyyy-MM-dd}. Werk het bij of haal het weg.")
        : until < today.AddDays(SoonDays)
            ? (CareKind.ExpiresSoon, $"{what} geldt nog tot en met {until:yyyy-MM-dd}. Zoek op wat daarna geldt.")
        : null;

    private static Dated Of(CareKind kind, ParsedEntry entry, DateOnly on, string sentence) =>
        new(kind, entry.Section.Name, entry.Id, Text(entry, "title") ?? entry.Id, Text(entry, "owner"), entry.Place, on, sentence);

    private static string? Text(ParsedEntry entry, string field) => entry.Fields.GetValueOrDefault(field)?.Node.Text();

    private static DateOnly? Date(ParsedEntry entry, string field) => Values.Date(Text(entry, field) ?? "");
}
