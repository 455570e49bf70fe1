using System.Text.RegularExpressions;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Backtesting.Reporting;

/// <summary>
/// A message for somebody who may not know who wrote it. Rather too much than too little: what looks like a name goes, and so do long numbers.
/// </summary>
internal static partial class Mask
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["bsn"] = "[bsn]",
        ["iban"] = "[rekeningnummer]",
        ["phone"] = "[telefoonnummer]",
        ["email"] = "[e-mailadres]",
        ["postcode"] = "[postcode]",
        ["licence-plate"] = "[kenteken]",
    };

    /// <param name="author">As the platform named them, or null.</param>
    internal static string Of(string text, string? author)
    {
        var masked = Number().Replace(PersonalData(text), "[nummer]");
        masked = Address().Replace(masked, "[webadres]");
        masked = Handle().Replace(masked, "[naam]");
        foreach (
            var name in (author ?? "").Split([' ', '.', ',', '-'], StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length > 1)
        )
        {
            masked = Regex.Replace(masked, $@"\b{Regex.Escape(name)}\b", "[naam]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        }

        masked = Introduced().Replace(masked, match => match.Groups[1].Value + "[naam]");
        masked = Capitals().Replace(masked, "[naam]");
        return Repeated().Replace(masked, "[naam]");
    }

    private static string PersonalData(string text)
    {
        foreach (var found in PersonalDataScan.Find(text).Reverse())
        {
            text = text[..found.Start] + Words[found.Kind] + text[(found.Start + found.Length)..];
        }

        return text;
    }

    [GeneratedRegex(@"\d[\d .\-/]{3,}\d", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(https?://|www\.)\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<!\w)@[\w.]+", RegexOptions.CultureInvariant)]
    private static partial Regex Handle();

    /// <summary>After words that introduce a name, also where it is written small.</summary>
    [GeneratedRegex(
        @"\b((?i:ik ben|mijn naam is|ik heet|groet(?:en|jes)?(?: van| uit)?|mvg|gr\.?|meneer|mevrouw|dhr\.?|mevr\.?|mw\.?|familie|fam\.?)[\s,:]+)(?!\[)(?!(?i:de|het|een|niet|al|nu|ook|dat|die|er|op|in|van|wel|bang|benieuwd|blij|boos|heel|zo|erg)\b)\p{L}[\p{L}'’-]*(?:(?:\s+(?:van|de|der|den|ten|ter|het|'t))*\s+\p{Lu}[\p{L}'’-]*)*",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Introduced();

    /// <summary>Words with a capital within a sentence.</summary>
    [GeneratedRegex(
        @"(?<=[\p{Ll}\p{Nd},;:\])] +)\p{Lu}[\p{L}'’-]+(?:\s+(?:(?:van|de|der|den|ten|ter)\s+)*\p{Lu}[\p{L}'’-]*)*",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Capitals();

    [GeneratedRegex(@"\[naam\](?:[ -]+\[naam\])+", RegexOptions.CultureInvariant)]
    private static partial Regex Repeated();
}
