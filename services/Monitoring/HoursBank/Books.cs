using Npgsql;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Monitoring.HoursBank;

/// <summary>Reads the book of a pool and month: closed months as they were closed, others as they stand, with what is under way.</summary>
internal static class Books
{
    private const string Earlier = """
        select giver, receiver, sum(seconds)::bigint
        from (
            select giver, receiver, seconds from monitoring.hours_closed where tenant_id = $1 and month < $2
            union all
            select giver, receiver, seconds from monitoring.hours_corrections
        where generation = monitoring.serving('hours') and tenant_id = $1 and month < $2
        ) moves
        group by giver, receiver
        """;

    private const string Closed = """
        select shift, day, giver, receiver, topic, seconds, questions from monitoring.hours_closed where tenant_id = $1 and month = $2
        """;

    private const string Open = """
        select shift, day, giver, receiver, conversation, topic, ticks, helped from monitoring.hours_entries e
        where generation = monitoring.serving('hours') and tenant_id = $1 and month <= $2
            and not exists (select from monitoring.hours_months m where m.tenant_id = e.tenant_id and m.month = e.month)
        """;

    private const string Shut = "select month from monitoring.hours_months where tenant_id = $1 and month <= $2";

    private const string Booked = """
        select id, giver, receiver, seconds, reason, about, booked_by, booked_at from monitoring.hours_corrections
        where generation = monitoring.serving('hours') and tenant_id = $1 and month = $2 order by booked_at, id
        """;

    /// <param name="connection">Inside a transaction bounded to the pool.</param>
    internal static async Task<Book> ReadAsync(
        NpgsqlConnection connection,
        string pool,
        DateOnly month,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var asked = new Asked(connection, pool, month);
        var earlier = await asked.ListAsync(Earlier, row => (row.GetString(0), row.GetString(1), row.GetInt64(2)), ct);
        var closed = await asked.ListAsync(Closed, ReadEntry, ct);
        var open = await OpenAsync(connection, pool, month, now, ct);
        var corrections = await asked.ListAsync(Booked, row => ReadCorrection(row, pool, month), ct);
        return new(
            pool,
            month,
            [.. earlier, .. open.Where(entry => entry.Month < month).Select(entry => (entry.Giver, entry.Receiver, entry.Seconds))],
            [.. closed, .. open.Where(entry => entry.Month == month)],
            corrections
        );
    }

    /// <summary>The entries of months that are not closed yet, up to and with this one.</summary>
    internal static async Task<IReadOnlyList<Entry>> OpenAsync(
        NpgsqlConnection connection,
        string pool,
        DateOnly month,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var asked = new Asked(connection, pool, month);
        // In this order what is settled meanwhile is missed for a moment; in the other it would count twice.
        var settled = await asked.ListAsync(Open, ReadPart, ct);
        var shut = await asked.ListAsync(Shut, row => row.GetFieldValue<DateOnly>(0), ct);
        var under = (await HoursTable.InPoolAsync(connection, pool, ct)).UnderWay(now).Where(slice => slice.Question.Pool == pool);
        return Part.Sum([
            .. settled,
            .. Part.Of(under).Where(part => Days.Month(part.Day) <= month && !shut.Contains(Days.Month(part.Day))),
        ]);
    }

    private static Entry ReadEntry(NpgsqlDataReader row) =>
        new(
            row.GetString(0),
            row.GetFieldValue<DateOnly>(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.GetInt64(5),
            row.GetInt32(6)
        );

    private static Part ReadPart(NpgsqlDataReader row) =>
        new(
            row.GetString(0),
            row.GetFieldValue<DateOnly>(1),
            row.GetString(2),
            row.GetString(3),
            row.GetGuid(4),
            row.GetString(5),
            row.GetInt64(6),
            row.GetBoolean(7)
        );

    private static Correction ReadCorrection(NpgsqlDataReader row, string pool, DateOnly month) =>
        new(
            row.GetGuid(0),
            pool,
            Days.Write(month),
            row.GetString(1),
            row.GetString(2),
            row.GetInt64(3),
            row.GetString(4),
            row.IsDBNull(5) ? null : Days.Write(row.GetFieldValue<DateOnly>(5)),
            row.GetString(6),
            row.GetFieldValue<DateTimeOffset>(7)
        );

    /// <summary>Questions about one pool and month.</summary>
    private sealed record Asked(NpgsqlConnection Connection, string Pool, DateOnly Month)
    {
        internal async Task<List<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct)
        {
            await using var command = new NpgsqlCommand(sql, Connection)
            {
                Parameters =
                {
                    new() { Value = Pool },
                    new() { Value = Month },
                },
            };
            var items = new List<T>();
            await using var row = await command.ExecuteReaderAsync(ct);
            while (await row.ReadAsync(ct))
            {
                items.Add(read(row));
            }

            return items;
        }
    }
}
