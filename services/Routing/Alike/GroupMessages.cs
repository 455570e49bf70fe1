using Npgsql;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.RulesOfEngagement.Likeness;

namespace WebcareHub.Routing.Alike;

/// <summary>
/// Groups every message as it arrives, in every municipality: who looks sees their own. The groups are in memory with the leader; what it wrote
/// goes with its position, so that a new leader, or one whose batch failed, reads them again.
/// </summary>
internal sealed class GroupMessages(TimeProvider time) : IFeedSubscriber
{
    /// <summary>What is older is no wave any more.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(48);

    private static readonly TimeSpan Tidy = TimeSpan.FromHours(1);
    private Groups? _groups;
    private long _position = -1;
    private DateTimeOffset _tidied;

    public string Name => "routing.alike:All";

    public IReadOnlyCollection<Type>? Types { get; } =
    [typeof(MessageReceived), typeof(MessageEdited), typeof(MessageDeleted), typeof(PersonalDataErased)];

    public async Task HandleAsync(FeedBatch batch, CancellationToken ct)
    {
        var groups = await GroupsAsync(batch.Connection, ct);
        var rows = new Dictionary<Guid, AlikeRows.Row>();
        var gone = new HashSet<Guid>();
        var erased = new HashSet<Guid>();
        foreach (var recorded in batch.Events)
        {
            if (recorded.Data is PersonalDataErased)
                erased.Add(Streams.ConversationId(recorded.Stream) ?? Guid.Empty);
            else if (recorded.Data is MessageDeleted deleted)
                gone.Add(deleted.MessageId);
            else if (RowOf(recorded, groups) is { } row)
                rows[row.Message] = row;
        }
        var kept = rows.Values.Where(row => !gone.Contains(row.Message) && !erased.Contains(row.Conversation)).ToArray();
        var (written, removed) = await WriteAsync(batch, kept, gone, erased, ct);
        _position = batch.Events[^1].Sequence;
        // A signature of somebody forgotten may be the face of a group: one that stood here, or that came in after they were erased.
        if (removed > 0 || written < (ulong)kept.Length || rows.Values.Any(row => erased.Contains(row.Conversation)))
            _groups = null;
    }

    private async Task<Groups> GroupsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select sequence from routing.alike_position for update", connection);
        var position = (long)(await command.ExecuteScalarAsync(ct))!;
        var now = time.GetUtcNow();
        if (_groups is null || position != _position)
            (_groups, _tidied) = (await AlikeRows.ReadAsync(connection, now - Kept, ct), now);
        else if (now - _tidied > Tidy)
            (_groups, _tidied) = (_groups.Since(now - Kept), now);
        return _groups;
    }

    /// <summary>Null when there is nothing to compare, or nobody waits for it any more.</summary>
    private AlikeRows.Row? RowOf(RecordedEvent recorded, Groups groups)
    {
        (Guid Message, string? Text, string? Author, DateTimeOffset At)? found = recorded.Data switch
        {
            MessageReceived e => (e.MessageId, e.Text, e.AuthorName, e.At),
            MessageEdited e => (e.MessageId, e.Text, null, e.At),
            _ => null,
        };
        if (
            found is not { } message
            || message.At < time.GetUtcNow() - Kept
            || Streams.ConversationId(recorded.Stream) is not { } conversation
        )
            return null;
        var (tenant, space) = (recorded.Stream.Tenant, AlikeRows.Space(recorded.Stream.Tenant));
        return MinHash.Of(Wording.Of(message.Text, message.Author)) is { } signature
            ? new(tenant, message.Message, conversation, groups.Add(signature, space, message.At), signature, message.At)
            : null;
    }

    /// <summary>How many rows stand here now, and how many of the erased went.</summary>
    private static async Task<(ulong Written, ulong Removed)> WriteAsync(
        FeedBatch batch,
        AlikeRows.Row[] rows,
        HashSet<Guid> gone,
        HashSet<Guid> erased,
        CancellationToken ct
    )
    {
        await using var commands = new NpgsqlBatch(batch.Connection);
        var (write, remove) = (AlikeRows.Write(rows), AlikeRows.RemoveConversations(erased));
        if (rows.Length > 0)
            commands.BatchCommands.Add(write);
        if (gone.Count > 0)
            commands.BatchCommands.Add(AlikeRows.RemoveMessages(gone));
        if (erased.Count > 0)
            commands.BatchCommands.Add(remove);
        commands.BatchCommands.Add(
            new("update routing.alike_position set sequence = $1") { Parameters = { new() { Value = batch.Events[^1].Sequence } } }
        );
        await commands.ExecuteNonQueryAsync(ct);
        return (rows.Length > 0 ? write.Rows : 0, erased.Count > 0 ? remove.Rows : 0);
    }
}
