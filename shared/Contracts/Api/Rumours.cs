using WebcareHub.Contracts.Crises;

namespace WebcareHub.Contracts.Api;

// Rumours. Every command answers the rumour as it then is.
//   GET    /rumours?crisis=&status=                those where the caller works, latest change first (Rumours)
//   POST   /rumours                                register (RegisterRumour): 201
//   GET    /rumours/{id}                           one, with what happened to it (Rumour)
//   POST   /rumours/{id}/spread                    it goes further round (NoteRumourSpread)
//   POST   /rumours/{id}/status                    (ChangeRumourStatus)
//   POST   /rumours/{id}/owner                     the caller sees to it (no body)
//   POST   /rumours/{id}/answer                    what residents hear, on the public pages too (AnswerRumour)

/// <summary>Rumours, latest change first.</summary>
public sealed record Rumours(IReadOnlyList<Rumour> Items);

/// <summary>A rumour.</summary>
/// <param name="Area">Where it goes round.</param>
/// <param name="Basis">On what ground it has this status; null at first.</param>
/// <param name="Owner">Name of who sees to it; null when nobody does.</param>
/// <param name="Answer">As written, with slots.</param>
/// <param name="Public">The answer stands on the public pages of the area.</param>
/// <param name="History">What happened, oldest first.</param>
/// <param name="May">What the caller may do now: spread, status, owner, answer.</param>
public sealed record Rumour(
    Guid Id,
    Guid CrisisId,
    bool Exercise,
    string Layer,
    string LayerName,
    IReadOnlyList<ScopePart> Area,
    string Claim,
    string Spread,
    int Seen,
    RumourStatus Status,
    string? Basis,
    string? Owner,
    string? OwnerMunicipality,
    string? Answer,
    DateTimeOffset? AnsweredAt,
    bool Public,
    DateTimeOffset RegisteredAt,
    DateTimeOffset ChangedAt,
    IReadOnlyList<RumourStep> History,
    IReadOnlyList<string> May
);

/// <summary>Something that happened to a rumour.</summary>
/// <param name="Sentence">Dutch.</param>
/// <param name="Municipality">CBS code of where <paramref name="By"/> works.</param>
public sealed record RumourStep(DateTimeOffset At, string Sentence, string By, string Municipality);

/// <summary>Register a rumour.</summary>
/// <param name="Layer">The own municipality, or a layer over it; null: the own municipality.</param>
/// <param name="Area">Layer codes within the layer; null: all of it.</param>
/// <param name="Claim">At most 300 characters, without personal data.</param>
/// <param name="Spread">At most 500 characters.</param>
/// <param name="Seen">How many messages about it were seen.</param>
public sealed record RegisterRumour(Guid CrisisId, string? Layer, IReadOnlyList<string>? Area, string Claim, string Spread, int Seen);

/// <summary>Where and how far it goes round now.</summary>
public sealed record NoteRumourSpread(string Spread, int Seen);

/// <summary>What is known about it.</summary>
/// <param name="Basis">Who checked, and how; at most 500 characters.</param>
public sealed record ChangeRumourStatus(RumourStatus Status, string Basis);

/// <summary>What residents hear about it; null takes the answer back.</summary>
/// <param name="Answer">At most 1,000 characters, with slots.</param>
public sealed record AnswerRumour(string? Answer);
