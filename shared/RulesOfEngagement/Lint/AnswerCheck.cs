using System.Text.RegularExpressions;

namespace WebcareHub.RulesOfEngagement;

/// <summary>Checks answers as a whole, and the rules that offer them.</summary>
internal static partial class AnswerCheck
{
    private static readonly string[] Texts = ["text", "informal"];

    public static void Check(MergedEntry answer, Report report)
    {
        Length(answer, report);
        Address(answer, "text", Informal(), "de u-vorm", report);
        Address(answer, "informal", Formal(), "de je-vorm", report);
        foreach (var field in Texts)
        {
            if (Unfinished().Match(answer.Text(field) ?? "") is { Success: true } found)
            {
                report.Remark(answer.Place, $"'{field}' is nog niet af: er staat '{found.Value}' in.");
            }
        }
    }

    /// <summary>What a rule sends by itself needs no colleague, and what it suggests fits its channels.</summary>
    public static void CheckOffered(MergedEntry rule, Merged merged, Report report)
    {
        var then = rule["then"] as MapNode;
        if (merged.Find("answers", then?["acknowledge"].Text() ?? "") is { } sent && Slots(sent).Contains("medewerker"))
        {
            report.Remark(rule.Place, $"Antwoord '{sent.Id}' gaat hier vanzelf, maar noemt {{medewerker}}. Dan is er nog geen collega.");
        }
        var channels = RuleCheck.Demanded(rule["when"], "channel");
        foreach (var id in then?["suggest"].Texts() ?? [])
        {
            var fits = merged.Find("answers", id)?.Texts("channels") ?? [];
            if (channels.Count > 0 && fits.Length > 0 && !channels.Intersect(fits).Any())
            {
                report.Remark(
                    rule.Place,
                    $"Antwoord '{id}' is er niet voor {string.Join(", ", channels)}, en daar geldt deze regel alleen."
                );
            }
        }
    }

    /// <summary>Two answers of one layer with the same text: people choose between equals.</summary>
    public static void CheckTwins(Merged merged, string layer, Report report)
    {
        foreach (
            var same in merged.Of("answers").Where(answer => answer.Text("text") is not null).GroupBy(answer => answer.Text("text")!.Trim())
        )
        {
            foreach (var twin in same.Skip(1).Where(twin => twin.Layer == layer))
            {
                report.Remark(twin.Place, $"Dit antwoord heeft dezelfde tekst als '{same.First().Id}'. Een van beide is genoeg.");
            }
        }
    }

    private static void Length(MergedEntry entry, Report report)
    {
        foreach (var channel in entry.Texts("channels"))
        {
            foreach (var field in Texts)
            {
                var length = entry.Text(field)?.Length ?? 0;
                if (Language.AnswerLimits.TryGetValue(channel, out var most) && length > most)
                {
                    report.Error(entry.Place, $"'{field}' is {length} tekens; op {channel} passen er {most}.");
                }
            }
        }
    }

    private static void Address(MergedEntry answer, string field, Regex other, string form, Report report)
    {
        if (other.Match(answer.Text(field) ?? "") is { Success: true } found)
        {
            report.Remark(answer.Place, $"'{field}' is de tekst in {form}, maar er staat '{found.Value}' in.");
        }
    }

    private static IEnumerable<string> Slots(MergedEntry answer) =>
        Texts.SelectMany(field => SlotText.Slots(answer.Text(field) ?? "", out _)).Select(slot => slot.Name);

    [GeneratedRegex(@"\b(je|jij|jou|jouw)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Informal();

    [GeneratedRegex(@"\b(u|uw|uzelf)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Formal();

    [GeneratedRegex(@"\b(TODO|TBD|XXX+|PM)\b|\[(invullen|vul in|nog)[^\]]*\]|lorem ipsum", RegexOptions.CultureInvariant)]
    private static partial Regex Unfinished();
}
