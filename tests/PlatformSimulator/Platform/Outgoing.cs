namespace WebcareHub.PlatformSimulator.Platform;

/// <summary>A message of a municipality that passed the platform's rules.</summary>
/// <param name="To">Number (digits) or user id.</param>
/// <param name="Input">As the caller wrote it.</param>
/// <param name="Text">What the resident reads.</param>
/// <param name="Callback">biz_opaque_callback_data.</param>
internal sealed record Outgoing(
    string To,
    string Input,
    bool ByUserId,
    string Type,
    string? Text,
    string? Template,
    string? QuotedId,
    string? MediaId,
    string? Callback
)
{
    public bool IsTemplate => Template is not null;
}
