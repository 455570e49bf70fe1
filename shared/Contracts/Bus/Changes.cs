namespace WebcareHub.Contracts.Bus;

/// <summary>Sent by Routing's relay, one per batch of the feed: screens that show one of these look again.</summary>
public sealed record ConversationsChanged(IReadOnlyList<ConversationChange> Changes);

/// <summary>One conversation has moved on.</summary>
public sealed record ConversationChange(string Municipality, Guid ConversationId, long Version);

/// <summary>Sent by Blueprint: a new epoch is in force. Only a hint; the epoch row decides.</summary>
public sealed record EpochMovedOn(long Epoch);
