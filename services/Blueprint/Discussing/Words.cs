using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Blueprint.Discussing;

/// <summary>What people write here is read in every municipality: it is short, and says nothing about a resident.</summary>
internal static class Words
{
    internal const int Title = 120;
    internal const int Reason = 1_000;

    /// <summary>What was measured, figure by figure.</summary>
    internal const int Measured = 2_000;
    internal const int Long = 4_000;

    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["bsn"] = "een burgerservicenummer",
        ["iban"] = "een rekeningnummer",
        ["phone"] = "een telefoonnummer",
        ["email"] = "een e-mailadres",
        ["postcode"] = "een postcode met huisnummer",
        ["licence-plate"] = "een kenteken",
    };

    /// <summary>Why this text is refused; null when it is not.</summary>
    /// <param name="what">The field within a Dutch sentence: "de titel".</param>
    internal static Refusal? Check(string? text, string what, int limit) =>
        string.IsNullOrWhiteSpace(text) ? new($"Vul {what} in.", Refusal.Invalid)
        : text.Trim().Length > limit ? new($"Maak {what} korter: ten hoogste {limit} tekens.", Refusal.Invalid)
        : PersonalDataScan.Find(text) is [var found, ..]
            ? new(
                $"In {what} staat {Kinds.GetValueOrDefault(found.Kind, "een persoonsgegeven")}. Haal het weg: dit lezen anderen ook.",
                Refusal.PersonalData
            )
        : null;
}
