using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Crisis.Switching;

/// <summary>What people write about a crisis is read in many municipalities: it is short, and says nothing about a resident.</summary>
internal static class Words
{
    internal const int Title = 120;
    internal const int Reason = 1_000;
    internal const int Line = 2_000;

    /// <summary>Why this text is refused; null when it is not.</summary>
    /// <param name="what">The field within a Dutch sentence: "de reden".</param>
    internal static Refusal? Check(string? text, string what, int limit) =>
        string.IsNullOrWhiteSpace(text) ? new($"Vul {what} in.", Refusal.Invalid)
        : text.Trim().Length > limit ? new($"Maak {what} korter: ten hoogste {limit} tekens.", Refusal.Invalid)
        : PersonalDataScan.Find(text).Count > 0
            ? new($"In {what} staan gegevens van een persoon. Haal ze weg: dit lezen anderen ook.", Refusal.PersonalData)
        : null;
}
