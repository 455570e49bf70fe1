using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Routing.Conversations;

namespace WebcareHub.Routing.Thread;

/// <summary>The other conversations of a person: earlier ones in the same place, and what they said elsewhere.</summary>
internal sealed record Related(
    IReadOnlyList<EarlierConversation> Earlier,
    IReadOnlyList<RelatedConversation> Elsewhere,
    IReadOnlyList<Related.Move> Moves
)
{
    public static readonly Related Nothing = new([], [], []);

    private const int Most = 20;

    /// <summary>A public question that was answered in private: this private conversation goes on from it.</summary>
    internal sealed record Move(Guid From, string Channel, DateTimeOffset At);

    private sealed record Row(
        Guid Id,
        string Channel,
        string Account,
        Visibility Visibility,
        string Thread,
        string? Topic,
        ConversationStatus Status,
        DateTimeOffset OpenedAt,
        DateTimeOffset LastMessageAt,
        DateTimeOffset? MovedAt,
        bool Linked
    );

    public static async Task<Related> ReadAsync(NpgsqlConnection connection, DeskView view, CancellationToken ct)
    {
        var (c, rows) = (view.Conversation, await RowsAsync(connection, view.Conversation.Id, ct));
        var here = rows.Where(row => IsHere(row, c)).ToArray();
        return new(
            [.. here.Select(row => new EarlierConversation(row.Id, Topic(row, view), row.Status, row.OpenedAt))],
            [.. rows.Except(here).Select(row => InWords(row, c, view))],
            [.. rows.Where(row => Moved(row, c)).Select(row => new Move(row.Id, row.Channel, row.MovedAt!.Value))]
        );
    }

    /// <summary>A line in the private conversation where the public one was left.</summary>
    public IReadOnlyList<ThreadItem> In(IReadOnlyList<ThreadItem> thread)
    {
        var lines = Moves.Select(move =>
            ThreadItems.Line(move.From, $"Vervolg van een openbaar gesprek op {Channel.NameOf(move.Channel)}.", move.At)
        );
        return Moves.Count == 0 ? thread : [.. thread.Concat(lines).OrderBy(item => item.At)];
    }

    private static bool IsHere(Row row, Conversation c) =>
        !row.Linked && row.Channel == c.Channel && row.Account == c.Account && row.Thread == c.Thread;

    private static bool Moved(Row row, Conversation c) =>
        c.Visibility == Visibility.Private && row.Visibility == Visibility.Public && row.MovedAt is not null && SamePlatform(row, c);

    // Comments on a page and messages to it are two channels of one account.
    private static bool SamePlatform(Row row, Conversation c) => row.Account == c.Account;

    private static RelatedConversation InWords(Row row, Conversation c, DeskView view) =>
        new(row.Id, row.Channel, row.Visibility, Words(row, c), Topic(row, view), row.Status, row.LastMessageAt, row.Linked);

    private static string Words(Row row, Conversation c)
    {
        var channel = Channel.NameOf(row.Channel);
        return (row.Visibility, c.Visibility) switch
        {
            (Visibility.Private, Visibility.Public) when c.MovedAt is not null && SamePlatform(row, c) => $"Privé vervolgd via {channel}",
            (Visibility.Public, Visibility.Private) when row.MovedAt is not null && SamePlatform(row, c) =>
                $"Begonnen in het openbaar op {channel}",
            (Visibility.Public, Visibility.Public) when SamePlatform(row, c) => $"Ook bij een ander bericht op {channel}",
            (Visibility.Public, _) => $"Ook in het openbaar op {channel}",
            _ => $"Ook privé via {channel}",
        };
    }

    private static string? Topic(Row row, DeskView view) => row.Topic is null ? null : view.Blueprint.Topic(row.Topic)?.Title ?? row.Topic;

    private static async Task<IReadOnlyList<Row>> RowsAsync(NpgsqlConnection connection, Guid id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select c.id, c.channel, c.account, c.visibility, c.thread, c.topic, c.status, c.opened_at, c.last_message_at, c.moved_at, p.linked
            from routing.same_person((select o.person_id from routing.conversations o where o.id = $1)) p
            join routing.conversations c on c.person_id = p.id and c.id <> $1
            order by c.opened_at desc limit {Most}
            """,
            connection
        )
        {
            Parameters = { new() { Value = id } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var rows = new List<Row>();
        while (await row.ReadAsync(ct))
            rows.Add(Read(row));
        return rows;
    }

    private static Row Read(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetString(1),
            row.GetString(2),
            (Visibility)row.GetInt16(3),
            row.GetString(4),
            row.IsDBNull(5) ? null : row.GetString(5),
            (ConversationStatus)row.GetInt16(6),
            row.GetFieldValue<DateTimeOffset>(7),
            row.GetFieldValue<DateTimeOffset>(8),
            row.IsDBNull(9) ? null : row.GetFieldValue<DateTimeOffset>(9),
            row.GetBoolean(10)
        );
}
