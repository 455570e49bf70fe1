using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Contracts.Crises;

// The stream core-message-{guid v7}, written by Crisis; its tenant is the layer that issues it: nl, a region id or a CBS code, and for an
// exercise oef. before it. Past tense, only ever added to. Times are UTC. Texts name no resident: they are refused when they hold personal data.

/// <summary>A version of a core message was issued: in every municipality of the area it lies ready as a draft.</summary>
/// <param name="Version">From 1; a later version takes the place of the one before it.</param>
/// <param name="Layer">The layer that issues it: <c>nl</c>, a region id or a CBS code.</param>
/// <param name="Area">Layer codes: the municipalities it is for.</param>
/// <param name="Text">The facts, with slots, in the u-form; without greeting or signature.</param>
/// <param name="Informal">The same for municipalities that say je; null: the same words.</param>
/// <param name="Actions">What residents can do, one line each.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="OwnerMunicipality">CBS code of where the owner works.</param>
/// <param name="ApprovedBy">Who said yes, by function, as told: "voorzitter veiligheidsregio".</param>
/// <param name="Approves">Whose yes the level of that moment asked for.</param>
/// <param name="Change">What is new in it; null for the first version.</param>
public sealed record CoreMessageIssued(
    Guid MessageId,
    int Version,
    Guid CrisisId,
    string Layer,
    IReadOnlyList<string> Area,
    string Title,
    string Text,
    string? Informal,
    IReadOnlyList<string> Actions,
    DateTimeOffset ValidFrom,
    DateTimeOffset? ValidUntil,
    AgentRef Owner,
    string OwnerMunicipality,
    string ApprovedBy,
    ApprovingRole Approves,
    string? Change,
    DateTimeOffset At
);

/// <summary>A municipality says it as it was issued.</summary>
/// <param name="Municipality">CBS code.</param>
/// <param name="Text">As its residents read it, facts filled in; without greeting or signature.</param>
/// <param name="StandOf">The moment its facts are of: that of the issue.</param>
public sealed record CoreMessageReleased(
    Guid MessageId,
    int Version,
    string Municipality,
    string Title,
    string Text,
    DateTimeOffset ValidFrom,
    DateTimeOffset? ValidUntil,
    DateTimeOffset StandOf,
    AgentRef By,
    DateTimeOffset At
);

/// <summary>A municipality says it in its own words.</summary>
/// <param name="Municipality">CBS code.</param>
/// <param name="Text">As its residents read it; without greeting or signature.</param>
/// <param name="StandOf">The moment its facts are of: that of writing.</param>
public sealed record CoreMessageLocalised(
    Guid MessageId,
    int Version,
    string Municipality,
    string Title,
    string Text,
    DateTimeOffset ValidFrom,
    DateTimeOffset? ValidUntil,
    DateTimeOffset StandOf,
    AgentRef By,
    DateTimeOffset At
);

/// <summary>A municipality does not say it, or no longer.</summary>
/// <param name="Municipality">CBS code.</param>
public sealed record CoreMessageDeclined(Guid MessageId, int Version, string Municipality, string Reason, AgentRef By, DateTimeOffset At);

/// <summary>The message no longer holds, in no municipality and in no version.</summary>
/// <param name="Correction">What those who received it should hear, with slots; null when nothing has to be said.</param>
/// <param name="Municipality">Where <paramref name="By"/> works.</param>
public sealed record CoreMessageWithdrawn(
    Guid MessageId,
    int Version,
    string Reason,
    string? Correction,
    string Municipality,
    AgentRef By,
    DateTimeOffset At
);
