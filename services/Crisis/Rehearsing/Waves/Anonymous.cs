using System.Text.RegularExpressions;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Crisis.Rehearsing.Waves;

/// <summary>Takes a person out of what they wrote. Pure.</summary>
internal static partial class Anonymous
{
    private static readonly string[] Names =
    [
        "Alex",
        "Bo",
        "Charlie",
        "Dani",
        "Evi",
        "Floor",
        "Guus",
        "Indy",
        "Jip",
        "Luca",
        "Mika",
        "Robin",
    ];

    public static string Name(Guid seed, int resident) => new Dice(seed, resident, 3).Of(Names);

    /// <summary>Numbers, addresses on the internet, what the platform knew them by, and everything that follows a greeting.</summary>
    /// <param name="names">As the platform gave them.</param>
    public static string Text(string text, IReadOnlyList<string> names)
    {
        foreach (var found in PersonalDataScan.Find(text).Reverse())
            text = string.Concat(text.AsSpan(0, found.Start), "(weggelaten)", text.AsSpan(found.Start + found.Length));
        foreach (var part in names.SelectMany(name => name.Split(' ')).Where(part => part.Length > 2).Distinct())
            text = Regex.Replace(text, $@"\b{Regex.Escape(part)}\b", "(naam)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        text = Handle().Replace(text, "(naam)");
        return Greeting().Replace(text, "$1 (naam)");
    }

    [GeneratedRegex(@"(?<![\w.])@[\w.-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Handle();

    [GeneratedRegex(
        @"\b((?:met )?(?:vriendelijke |hartelijke )?(?:groet(?:en|jes)?|mvg|gr)|(?:ik ben|mijn naam is|ik heet))[ ,.\n]+\p{Lu}[\p{L}.'-]*(?:[ \n]+\p{L}[\p{L}.'-]*){0,3}",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Greeting();
}
