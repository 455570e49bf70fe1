using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.WorkList;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Thread;

/// <summary>Reads a conversation of the caller's municipality: its row, its events and what it goes by.</summary>
internal static class ConversationReader
{
    public static async Task<DeskView?> ReadAsync(EventSession session, Rulebook rulebook, Caller caller, Guid id, CancellationToken ct)
    {
        await using var command = new Npgsql.NpgsqlCommand(
            $"select {WorkListRow.Columns} from routing.conversations c where c.tenant_id = $1 and c.id = $2",
            session.Connection
        )
        {
            Parameters =
            {
                new() { Value = caller.Municipality },
                new() { Value = id },
            },
        };
        Conversation conversation;
        await using (var row = await command.ExecuteReaderAsync(ct))
        {
            if (!await row.ReadAsync(ct))
                return null;
            conversation = WorkListRow.Read(row);
        }
        var blueprint = (await rulebook.AtAsync(session, ct)).For(caller.Municipality).Blueprint;
        var events = await session.ReadAsync(Streams.Conversation(caller.Municipality, id), ct);
        // A writer may have come between the two reads: the version belongs to the events shown.
        var version = events.Count == 0 ? conversation.Version : events[^1].Version;
        return new DeskView(Desk.Fold(conversation, events) with { Version = version }, events, blueprint);
    }
}
