using WebcareHub.Crisis.Speaking;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Crisis.CoreMessages;

/// <summary>The words of a version, as they come in.</summary>
internal sealed record CoreMessageText(
    string? Title,
    string? Text,
    string? Informal,
    IReadOnlyList<string>? Actions,
    DateTimeOffset? ValidFrom,
    DateTimeOffset? ValidUntil,
    string? ApprovedBy
)
{
    internal const int MaxText = 2_000;
    private const int MaxTitle = 120;
    private const int MaxAction = 200;
    private const int MaxActions = 10;

    internal IReadOnlyList<string> Lines =>
        [.. (Actions ?? []).Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line.Trim())];

    /// <summary>Why it cannot be said like this; null when it can.</summary>
    internal Refusal? Check(DateTimeOffset now) =>
        Texts.Check(Title, "de titel", MaxTitle)
        ?? Texts.Check(Text, "de tekst", MaxText)
        ?? Texts.CheckIfAny(Informal, "de tekst in de je-vorm", MaxText)
        ?? Texts.Check(ApprovedBy, "wie dit goedkeurde", MaxAction)
        ?? (
            Lines.Count > MaxActions
                ? new Refusal($"Geef ten hoogste {MaxActions} regels met wat inwoners kunnen doen.", Refusal.Invalid)
                : null
        )
        ?? Lines.Select(line => Texts.Check(line, "wat inwoners kunnen doen", MaxAction)).FirstOrDefault(refusal => refusal is not null)
        ?? (
            ValidUntil <= (ValidFrom ?? now) || ValidUntil <= now
                ? new Refusal("Het einde ligt voor het begin, of is al voorbij.", Refusal.Invalid)
                : null
        );
}
