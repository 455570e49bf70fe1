using System.Text.Json;
using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Routing.Together;

/// <summary>What was approved to be said, before any municipality's voice.</summary>
/// <param name="CoreTexts">What each municipality released of a core message, by CBS code; null when it is none.</param>
/// <param name="Correction">Also to whom was answered: where the conversation stands does not change.</param>
internal sealed record Content(
    string? Text,
    string? Informal,
    string? ShortText,
    IReadOnlyDictionary<string, string>? LocalTexts,
    string? AnswerId,
    Guid? CoreMessageId,
    IReadOnlyDictionary<string, CoreText>? CoreTexts,
    bool Correction
)
{
    public string Write() => JsonSerializer.Serialize(this);

    public static Content Read(string json) => JsonSerializer.Deserialize<Content>(json)!;
}

/// <summary>A core message as a municipality says it.</summary>
/// <param name="StandOf">The moment its facts are of.</param>
internal sealed record CoreText(int Version, string Text, DateTimeOffset StandOf, DateTimeOffset ValidFrom, DateTimeOffset? ValidUntil)
{
    public bool Holds(DateTimeOffset now) => ValidFrom <= now && !(ValidUntil <= now);
}

/// <summary>An answer to many, as the one who approved it sent it off.</summary>
/// <param name="Municipality">Where they work.</param>
/// <param name="Spokesperson">They may answer what asks for a spokesperson.</param>
/// <param name="Crisis">It goes out as long as this crisis holds; null: it belongs to none.</param>
internal sealed record Approved(Guid Id, Content Content, AgentRef By, string Municipality, bool Spokesperson, Guid? Crisis = null);
