using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Pools;
using WebcareHub.Routing.WorkList;
using WebcareHub.Rulebooks;

namespace WebcareHub.Routing.Thread;

/// <summary>Reads a conversation that is in reach: its row, its events and what it goes by.</summary>
internal static class ConversationReader
{
    public static async Task<DeskView?> ReadAsync(Reach? reach, Rulebook rulebook, Guid id, CancellationToken ct)
    {
        if (reach is null)
            return null;
        var session = reach.Session;
        await using var command = new Npgsql.NpgsqlCommand(
            $"select {WorkListRow.Columns} from routing.conversations c where c.tenant_id = $1 and c.id = $2",
            session.Connection
        )
        {
            Parameters =
            {
                new() { Value = reach.Owner },
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
        if (!reach.Reaches(conversation))
            return null;
        var blueprint = (await rulebook.AtAsync(session, ct)).For(reach.Owner).Blueprint;
        var events = await session.ReadAsync(Streams.Conversation(reach.Owner, id), ct);
        // A writer may have come between the two reads: the version belongs to the events shown.
        var version = events.Count == 0 ? conversation.Version : events[^1].Version;
        return new DeskView(Desk.Fold(conversation, events) with { Version = version }, events, blueprint, reach.As, reach.Help);
    }
}
