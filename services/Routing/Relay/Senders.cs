using Npgsql;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;

namespace WebcareHub.Routing.Relay;

/// <summary>From which account to whom a conversation's answers go.</summary>
/// <param name="Resident">Whose key protects the conversation.</param>
/// <param name="Person">Whose address it is: another id when the platform said two are one.</param>
internal sealed record Sender(
    string Municipality,
    Guid Conversation,
    string Channel,
    string App,
    string Account,
    Guid Resident,
    Guid Person,
    byte[]? Address,
    bool Erased
);

internal static class Senders
{
    public static async Task<Dictionary<Guid, Sender>> ReadAsync(
        NpgsqlConnection connection,
        IEnumerable<RecordedEvent> events,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            """
            select c.tenant_id, c.id, c.channel, c.app, c.account, c.resident_id, c.person_id, r.address, c.erased
            from routing.conversations c join routing.residents r on r.id = c.person_id where c.id = any ($1)
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = events.Select(recorded => Streams.ConversationId(recorded.Stream)).OfType<Guid>().Distinct().ToArray() },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var senders = new Dictionary<Guid, Sender>();
        while (await row.ReadAsync(ct))
            senders[row.GetGuid(1)] = new(
                row.GetString(0),
                row.GetGuid(1),
                row.GetString(2),
                row.GetString(3),
                row.GetString(4),
                row.GetGuid(5),
                row.GetGuid(6),
                row.IsDBNull(7) ? null : row.GetFieldValue<byte[]>(7),
                row.GetBoolean(8)
            );
        return senders;
    }
}
