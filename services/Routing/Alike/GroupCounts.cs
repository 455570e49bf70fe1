using Npgsql;
using WebcareHub.Contracts;

namespace WebcareHub.Routing.Alike;

/// <summary>How many conversations of a group are where, and since how many hours.</summary>
/// <param name="HoursAgo">When they came into it, in whole hours before now; null when longer than 12.</param>
internal sealed record GroupCount(
    Guid Group,
    string Municipality,
    string Channel,
    Visibility Visibility,
    int? HoursAgo,
    int Waiting,
    int Answered,
    DateTimeOffset First,
    DateTimeOffset Last
);

internal static class GroupCounts
{
    public const int Hours = 12;

    // Most messages are like no other: who is waiting for what is looked up for the largest groups alone, this many times what is asked for.
    private const int Looked = 10;

    /// <summary>Whether the question still waits: nobody answered since this message.</summary>
    public const string Waits = "c.status in (0, 1) and not c.erased and (c.waiting_since is null or a.at >= c.waiting_since)";

    /// <summary>The largest groups in which more than one waits.</summary>
    public static async Task<Guid[]> LargestAsync(
        NpgsqlConnection connection,
        IReadOnlyList<string> tenants,
        int most,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            with many as (
                select r.group_id from routing.alike r where r.tenant_id = any ($1)
                group by r.group_id having count(*) > 1 order by count(*) desc limit $2 * {Looked})
            select array(
                select a.group_id from many m
                join routing.alike a on a.group_id = m.group_id and a.tenant_id = any ($1)
                join routing.conversations c on c.id = a.conversation_id
                where {Waits}
                group by a.group_id having count(distinct a.conversation_id) > 1
                order by count(distinct a.conversation_id) desc, max(a.at) desc, a.group_id limit $2)
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = tenants.ToArray() },
                new() { Value = most },
            },
        };
        return (Guid[])(await command.ExecuteScalarAsync(ct))!;
    }

    public static async Task<IReadOnlyList<GroupCount>> ReadAsync(
        NpgsqlConnection connection,
        IReadOnlyList<string> tenants,
        Guid[] groups,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters =
            {
                new() { Value = tenants.ToArray() },
                new() { Value = groups },
                new() { Value = now },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var counts = new List<GroupCount>();
        while (await row.ReadAsync(ct))
            counts.Add(
                new(
                    row.GetGuid(0),
                    row.GetString(1),
                    row.GetString(2),
                    (Visibility)row.GetInt16(3),
                    row.IsDBNull(4) ? null : row.GetInt32(4),
                    (int)row.GetInt64(5),
                    (int)row.GetInt64(6),
                    row.GetFieldValue<DateTimeOffset>(7),
                    row.GetFieldValue<DateTimeOffset>(8)
                )
            );
        return counts;
    }

    private static readonly string Sql = $"""
        select q.group_id, q.tenant_id, q.channel, q.visibility,
            case when q.first > $3 - interval '{Hours} hours' then greatest(0, floor(extract(epoch from $3 - q.first) / 3600))::int end as ago,
            count(*) filter (where q.waits), count(*) filter (where not q.waits), min(q.first), max(q.last)
        from (
            select a.group_id, c.tenant_id, c.channel, c.visibility, c.id, bool_or({Waits}) as waits, min(a.at) as first, max(a.at) as last
            from routing.alike a join routing.conversations c on c.id = a.conversation_id
            where a.group_id = any ($2) and a.tenant_id = any ($1) group by 1, 2, 3, 4, 5) q
        group by 1, 2, 3, 4, 5
        """;
}
