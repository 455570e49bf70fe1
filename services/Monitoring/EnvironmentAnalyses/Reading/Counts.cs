using Npgsql;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Reading;

/// <summary>Adds the rows of a crisis up.</summary>
internal static class Counts
{
    // More groups than a page shows: new ones are looked for among them too.
    private const int MostGroups = 40;
    private const int MostWords = 6;

    private const string Total =
        "select count(*)::int, count(distinct m.conversation_id)::int from monitoring.environment_messages m where m.generation = monitoring.serving('environment') and m.crisis_id = $1 and m.at <= $2";

    private const string ByChannel =
        "select m.channel, count(*)::int from monitoring.environment_messages m where m.generation = monitoring.serving('environment') and m.crisis_id = $1 and m.at <= $2 group by 1";

    private const string ByHour =
        "select date_trunc('hour', m.at), count(*)::int from monitoring.environment_messages m where m.generation = monitoring.serving('environment') and m.crisis_id = $1 and m.at <= $2 group by 1";

    private const string Recently = """
        count(distinct m.conversation_id) filter (where m.at > $2::timestamptz - interval '1 hour')::int,
        count(distinct m.conversation_id) filter (
            where m.at > $2::timestamptz - interval '2 hours' and m.at <= $2::timestamptz - interval '1 hour')::int
        """;

    private const string BySign = $"""
        select s.sign, count(distinct m.conversation_id)::int, {Recently}
        from monitoring.environment_messages m, unnest(m.signs) as s (sign) where m.generation = monitoring.serving('environment') and m.crisis_id = $1 and m.at <= $2 group by 1
        """;

    private static readonly string ByGroup = $"""
        select m.group_id, count(distinct m.conversation_id)::int, {Recently},
            count(distinct m.conversation_id) filter (where m.answered_at is null or m.answered_at > $2)::int, min(m.at),
            coalesce((
                select array_agg(w.word order by w.questions desc, w.word) from (
                    select o.word, sum(o.questions) as questions from monitoring.environment_words o
                    where o.generation = monitoring.serving('environment') and o.crisis_id = $1 and o.group_id = m.group_id and o.at <= $2
                    group by o.word
                    having sum(o.questions) >= {Small.Least} and sum(o.questions) * 2 >= count(distinct m.conversation_id)
                    order by 2 desc, o.word limit {MostWords}) w), array[]::varchar[])
        from monitoring.environment_messages m where m.generation = monitoring.serving('environment') and m.crisis_id = $1 and m.at <= $2 and m.group_id is not null
        group by 1 having count(distinct m.conversation_id) >= {Small.Least}
        order by 2 desc, min(m.at), 1 limit {MostGroups}
        """;

    // Who writes twice can be in two groups: it is counted, not subtracted.
    private const string Others = """
        select count(*)::int from (
            select from monitoring.environment_messages m where m.generation = monitoring.serving('environment') and m.crisis_id = $1 and m.at <= $2
            group by m.conversation_id having not bool_or(coalesce(m.group_id = any ($3), false))) o
        """;

    /// <param name="connection">Bounded to the municipalities and the layer of the crisis.</param>
    internal static async Task<Counted> ReadAsync(NpgsqlConnection connection, Guid crisis, DateTimeOffset until, CancellationToken ct)
    {
        var asked = (crisis, until);
        var groups = await ListAsync(connection, ByGroup, asked, Group, ct);
        return new(
            (await ListAsync(connection, Total, asked, row => (row.GetInt32(0), row.GetInt32(1)), ct))[0],
            (await ListAsync(connection, ByChannel, asked, row => (row.GetString(0), row.GetInt32(1)), ct)).ToDictionary(),
            (await ListAsync(connection, ByHour, asked, row => (row.GetFieldValue<DateTimeOffset>(0), row.GetInt32(1)), ct)).ToDictionary(),
            groups,
            await OthersAsync(connection, asked, [.. groups.Take(Compose.Top).Select(group => group.Id)], ct),
            (await ListAsync(connection, BySign, asked, Sign, ct)).ToDictionary()
        );
    }

    /// <summary>Rows of a question about a crisis up to a moment.</summary>
    internal static async Task<IReadOnlyList<T>> ListAsync<T>(
        NpgsqlConnection connection,
        string sql,
        (Guid Crisis, DateTimeOffset Until) asked,
        Func<NpgsqlDataReader, T> read,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters =
            {
                new() { Value = asked.Crisis },
                new() { Value = asked.Until.ToUniversalTime() },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await row.ReadAsync(ct))
            rows.Add(read(row));
        return rows;
    }

    private static async Task<int> OthersAsync(
        NpgsqlConnection connection,
        (Guid Crisis, DateTimeOffset Until) asked,
        Guid[] groups,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(Others, connection)
        {
            Parameters =
            {
                new() { Value = asked.Crisis },
                new() { Value = asked.Until.ToUniversalTime() },
                new() { Value = groups },
            },
        };
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }

    private static CountedGroup Group(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetInt32(1),
            row.GetInt32(2),
            row.GetInt32(3),
            row.GetInt32(4),
            row.GetFieldValue<DateTimeOffset>(5),
            row.GetFieldValue<string[]>(6)
        );

    private static (string, CountedSign) Sign(NpgsqlDataReader row) =>
        (row.GetString(0), new(row.GetInt32(1), row.GetInt32(2), row.GetInt32(3)));
}
