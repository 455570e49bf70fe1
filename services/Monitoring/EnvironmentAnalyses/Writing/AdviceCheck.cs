using System.Text.RegularExpressions;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Writing;

/// <summary>Whether a text may stand in the analysis: it goes to many, and says nothing about one resident. Pure.</summary>
internal static partial class AdviceCheck
{
    internal const int Longest = 2_000;

    // Telephone numbers and addresses of desks belong in a core message; who writes on social media never does.
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["bsn"] = "een burgerservicenummer",
        ["iban"] = "een rekeningnummer",
        ["licence-plate"] = "een kenteken",
        ["email"] = "een e-mailadres",
        ["phone"] = "een telefoonnummer",
    };

    /// <summary>Null when it may.</summary>
    internal static Refusal? Of(EnvironmentAdvice? advice) =>
        advice is null
            ? new("Stuur het advies mee.", Refusal.Invalid)
            : One(advice.Information, "het advies over informatie")
                ?? One(advice.Damage, "het advies over schade beperken")
                ?? One(advice.Meaning, "het advies over betekenis geven")
                ?? One(advice.CoreMessage, "de voorgestelde kernboodschap");

    private static Refusal? One(string? text, string what) =>
        text is null ? new($"Stuur {what} mee, desnoods leeg.", Refusal.Invalid)
        : text.Length > Longest ? new($"Maak {what} korter: ten hoogste {Longest} tekens.", Refusal.Invalid)
        : text.Contains('\0', StringComparison.Ordinal) ? new($"In {what} staat een teken dat niet kan.", Refusal.Invalid)
        : Personal(text) is { } kind
            ? new($"In {what} staat {kind}. Haal het weg: een omgevingsanalyse gaat nooit over één persoon.", Refusal.PersonalData)
        : null;

    private static string? Personal(string text) =>
        PersonalDataScan.Find(text).Select(found => Kinds.GetValueOrDefault(found.Kind)).FirstOrDefault(kind => kind is not null)
        ?? (Handle().IsMatch(text) ? "een accountnaam" : null);

    [GeneratedRegex(@"(^|[\s(])@[\w.]{2,}")]
    private static partial Regex Handle();
}
