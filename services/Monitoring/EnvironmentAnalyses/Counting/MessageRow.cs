namespace WebcareHub.Monitoring.EnvironmentAnalyses.Counting;

/// <summary>What a message counts for. No word of it.</summary>
internal sealed record MessageRow(
    string Tenant,
    Guid Crisis,
    Guid Message,
    Guid Conversation,
    string Channel,
    DateTimeOffset At,
    Guid? Group,
    string[] Signs,
    ushort[]? Signature
);

/// <summary>A word of a group, in so many conversations more.</summary>
/// <param name="At">By the second in which it was said: whole, and not before.</param>
internal sealed record WordRow(string Tenant, Guid Crisis, Guid Group, string Word, DateTimeOffset At, int Questions);
