using WebcareHub.Contracts;

namespace WebcareHub.Channels.Sending;

/// <summary>A part that a report may be about.</summary>
/// <param name="Key">Keyed hash of the platform's id, once that is known.</param>
/// <param name="Earlier">Ids of its earlier sendings.</param>
/// <param name="Recipients">Keyed hashes of whom it went to, where the platform reports by person.</param>
/// <param name="Fingerprint">What it says, as <see cref="Fingerprints"/> knows it.</param>
/// <param name="Content">Under the resident's key; null once it was removed.</param>
internal sealed record KnownPart(
    Guid Id,
    string Municipality,
    Guid Resident,
    string Channel,
    string? Key,
    DeliveryState State,
    Guid[] Earlier,
    string[] Recipients,
    DateTimeOffset? SentAt,
    string? Fingerprint,
    byte[]? Content
);
