using System.Diagnostics;
using WebcareHub.EventStore;

namespace WebcareHub.Routing.Conversations;

internal static class Streams
{
    private const string Prefix = "conversation-";

    public static StreamKey Conversation(string municipality, Guid id) => new(municipality, $"{Prefix}{id}");

    public static StreamKey Resident(string municipality, Guid id) => new(municipality, $"resident-{id}");

    /// <param name="tenant">The layer of its crisis, or the municipality it stays within.</param>
    public static StreamKey AnswerToMany(string tenant, Guid id) => new(tenant, $"answer-to-many-{id}");

    /// <summary>The conversation of a stream, or null for a stream of another kind.</summary>
    public static Guid? ConversationId(StreamKey stream) =>
        stream.Key.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParse(stream.Key.AsSpan(Prefix.Length), out var id) ? id : null;
}

internal static class Traces
{
    /// <summary>Metadata of the trace this code runs in.</summary>
    public static EventMetadata? Here(string? causation = null) =>
        Activity.Current is { } activity ? new(activity.TraceId.ToHexString(), causation)
        : causation is null ? null
        : new(null, causation);
}
