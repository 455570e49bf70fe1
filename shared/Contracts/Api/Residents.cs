using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Contracts.Api;

/// <summary>A resident beside their conversations: <c>GET /api/v1/residents/{id}</c>. Looking is recorded in the processing log.</summary>
/// <param name="Linked">Whom colleagues say is the same person.</param>
/// <param name="Suggestions">Who may be the same person, on the evidence shown; a colleague decides.</param>
public sealed record ResidentDetail(Guid Id, IReadOnlyList<LinkedResident> Linked, IReadOnlyList<SuggestedResident> Suggestions);

/// <summary>Another resident, by their latest conversation.</summary>
/// <param name="Name">As the platform gave it.</param>
public sealed record OtherResident(Guid Id, string? Name, string Channel, Visibility Visibility, Guid ConversationId);

/// <summary>Linked by a colleague.</summary>
public sealed record LinkedResident(OtherResident Resident, string Evidence, AgentRef By, DateTimeOffset At);

/// <summary>Perhaps the same person.</summary>
/// <param name="Evidence">Sentences, Dutch; at least one.</param>
public sealed record SuggestedResident(OtherResident Resident, IReadOnlyList<string> Evidence);

/// <summary>These two are one person: <c>POST /api/v1/residents/{id}/links</c>. Refused without evidence.</summary>
public sealed record LinkResident(Guid ResidentId);
