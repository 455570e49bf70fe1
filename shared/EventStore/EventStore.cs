namespace WebcareHub.EventStore;

/// <summary>Opens sessions on the log.</summary>
public sealed class EventStore
{
    /// <summary>A session that can touch these tenants only. Metadata goes on every event it appends.</summary>
    public Task<EventSession> OpenAsync(IReadOnlyCollection<string> tenants, EventMetadata? metadata, CancellationToken ct) =>
        throw new NotImplementedException();

    /// <summary>A session of role <c>webcare_timer</c>: all tenants. For work that the clock starts, never for a request.</summary>
    public Task<EventSession> OpenForTimerAsync(EventMetadata? metadata, CancellationToken ct) => throw new NotImplementedException();
}

/// <summary>What is recorded beside every event of a session.</summary>
/// <param name="CorrelationId">W3C trace id.</param>
/// <param name="CausationId">Id of the message or request that caused it.</param>
public sealed record EventMetadata(string? CorrelationId, string? CausationId);
