using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Crisis.Speaking;

/// <summary>What is written here is read by everybody: it has a length, and says nothing about one resident.</summary>
internal static class Texts
{
    // Telephone numbers and addresses of shelters and desks belong in a message to everybody; these never do.
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["bsn"] = "een burgerservicenummer",
        ["iban"] = "een rekeningnummer",
        ["licence-plate"] = "een kenteken",
    };

    /// <summary>Why this text is refused; null when it is not.</summary>
    /// <param name="what">The field within a Dutch sentence: "de titel".</param>
    internal static Refusal? Check(string? text, string what, int limit) =>
        string.IsNullOrWhiteSpace(text) ? new($"Vul {what} in.", Refusal.Invalid) : CheckIfAny(text, what, limit);

    /// <summary>The same for a text that may be left out.</summary>
    internal static Refusal? CheckIfAny(string? text, string what, int limit) =>
        text is null ? null
        : text.Trim().Length > limit ? new($"Maak {what} korter: ten hoogste {limit} tekens.", Refusal.Invalid)
        : text.Contains('\0', StringComparison.Ordinal) ? new($"In {what} staat een teken dat niet kan.", Refusal.Invalid)
        : PersonalDataScan.Find(text).Select(found => Kinds.GetValueOrDefault(found.Kind)).FirstOrDefault(kind => kind is not null)
            is { } kind
            ? new($"In {what} staat {kind}. Haal het weg: dit lezen anderen ook.", Refusal.PersonalData)
        : null;
}
