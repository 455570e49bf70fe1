using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Contracts.Api;

/// <summary>A resident beside their conversations: <c>GET /api/v1/residents/{id}</c>. Looking is recorded in the processing log.</summary>
/// <param name="Linked">Whom colleagues say is the same person.</param>
/// <param name="Suggestions">Who may be the same person, on the evidence shown; a colleague decides.</param>
/// <param name="Dismissed">Of whom colleagues said that they are somebody else: not suggested, until that is taken back.</param>
public sealed record ResidentDetail(
    Guid Id,
    IReadOnlyList<LinkedResident> Linked,
    IReadOnlyList<SuggestedResident> Suggestions,
    IReadOnlyList<DismissedResident>? Dismissed = null
);

/// <summary>Another resident, by their latest conversation.</summary>
/// <param name="Name">As the platform gave it.</param>
public sealed record OtherResident(Guid Id, string? Name, string Channel, Visibility Visibility, Guid ConversationId);

/// <summary>Linked by a colleague.</summary>
public sealed record LinkedResident(OtherResident Resident, string Evidence, AgentRef By, DateTimeOffset At);

/// <summary>Perhaps the same person.</summary>
/// <param name="Evidence">Sentences, Dutch; at least one.</param>
public sealed record SuggestedResident(OtherResident Resident, IReadOnlyList<string> Evidence);

/// <summary>Suggested once, and somebody else.</summary>
public sealed record DismissedResident(OtherResident Resident, AgentRef By, DateTimeOffset At);

/// <summary>These two are not one person: <c>POST /api/v1/residents/{id}/dismissals</c>. Refused when it was not suggested.</summary>
public sealed record DismissResident(Guid ResidentId);

/// <summary>These two are one person: <c>POST /api/v1/residents/{id}/links</c>. Refused without evidence.</summary>
public sealed record LinkResident(Guid ResidentId);
