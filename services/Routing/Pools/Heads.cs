using Npgsql;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.WorkList;

namespace WebcareHub.Routing.Pools;

/// <summary>What waits in a pool, as far as one colleague can take it.</summary>
/// <param name="Channels">Empty: all of them.</param>
/// <param name="Topics">Empty: all of them.</param>
internal sealed record Skills(string Pool, IReadOnlyList<string> Channels, IReadOnlyList<string> Topics)
{
    public bool All => Channels.Count == 0 && Topics.Count == 0;
}

internal static class Heads
{
    /// <summary>The first of each municipality that so many tries can come to, and where the pool stands. Bounds the session to the pool.</summary>
    public static Task<(IReadOnlyList<Head> Heads, double Pass)> ReadAsync(
        EventSession session,
        Skills skills,
        DateTimeOffset now,
        int tries,
        CancellationToken ct
    )
    {
        var heads = With(
            "select * from routing.heads($1, $2, $3, $4, $5, $6)",
            [skills.Pool, skills.Channels.ToArray(), skills.Topics.ToArray(), now, now + Choosing.Near, tries]
        );
        return session.ReadWithinAsync([skills.Pool], [heads], row => ReadAsync(row, ct), ct);
    }

    /// <summary>Locks the question; null when others have taken all there were. Bounds the session to the municipality.</summary>
    public static Task<Conversation?> LockAsync(
        EventSession session,
        Skills skills,
        Choice choice,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var risk = choice.AtRisk ? "and c.due_sort > $6 and c.due_sort <= $7" : "and $6::timestamptz < $7";
        var first = With(
            $"""
            select {WorkListRow.Columns} from routing.conversations c
            where c.tenant_id = $1 and c.status = 0 and c.open_to <> {Empty} and $2 = any (c.open_to) and c.priority_sort = $3
                and ($4 = {Empty} or c.channel = any ($4)) and ($5 = {Empty} or c.topic = any ($5)) {risk}
            order by c.priority_sort, c.due_sort, c.waiting_since, c.id
            limit 1
            for no key update skip locked
            """,
            [
                choice.Municipality,
                skills.Pool,
                choice.Priority,
                skills.Channels.ToArray(),
                skills.Topics.ToArray(),
                now,
                now + Choosing.Near,
            ]
        );
        return session.ReadWithinAsync([choice.Municipality], InOrder.Walk(first), row => WorkListRow.FirstAsync(row, ct), ct);
    }

    /// <summary>The municipality was served. The transaction names it.</summary>
    public static NpgsqlBatchCommand Served(string pool, Choice choice, double standing) =>
        With("select routing.advance($1, $2, $3, $4)", [pool, choice.Municipality, choice.Pass, standing]);

    private const string Empty = "'{}'";

    private static async Task<(IReadOnlyList<Head> Heads, double Pass)> ReadAsync(NpgsqlDataReader row, CancellationToken ct)
    {
        var heads = new List<Head>();
        var pass = 0d;
        while (await row.ReadAsync(ct))
        {
            pass = row.GetDouble(3);
            heads.Add(
                new(row.GetString(0), row.GetInt32(1), row.GetDouble(2), row.GetInt16(4), Moment(row, 5), Moment(row, 6), Moment(row, 7))
            );
        }
        return (heads, pass);
    }

    private static NpgsqlBatchCommand With(string sql, IEnumerable<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private static DateTimeOffset? Moment(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
