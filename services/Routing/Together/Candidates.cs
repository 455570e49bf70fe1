using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.Routing.Alike;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.WorkList;

namespace WebcareHub.Routing.Together;

/// <summary>A conversation that is to get an answer.</summary>
/// <param name="Message">The message that is answered; null: the resident's last.</param>
internal sealed record Candidate(Guid Id, string Municipality, Guid? Message, string Channel, string Account, Visibility Visibility)
{
    public Pacing.Account From => new(Municipality, Channel, Account);
}

/// <summary>Finds who an answer is for.</summary>
internal static class Candidates
{
    /// <summary>Within whom somebody may answer.</summary>
    internal sealed record Part(string[] Municipalities, string[] Channels);

    // An answer on its way, or there, is not sent once more; who got the wrong answer does get its correction, but not the same twice at a time.
    private const string NotYet = """
        not exists (
            select from routing.answer_recipients r join routing.answers_to_many t on t.id = r.answer_id
            where r.tenant_id = c.tenant_id and r.conversation_id = c.id and r.message_id = a.message_id
                and case when $5 then r.state = 0 and t.content @> '{"Correction": true}'
                    else r.state = 0 or r.state = 1 and r.reached is distinct from $6 end)
        """;

    /// <summary>Whoever of a group waited at a moment and gets no answer yet; with a correction also who does not wait.</summary>
    public static Task<IReadOnlyList<Candidate>> OfGroupAsync(
        NpgsqlConnection connection,
        Guid group,
        Part part,
        (DateTimeOffset SeenAt, bool Correction) how,
        CancellationToken ct
    ) =>
        ReadAsync(
            connection,
            $"""
            select distinct on (c.id) c.id, c.tenant_id, a.message_id, c.channel, c.account, c.visibility
            from routing.alike a join routing.conversations c on c.id = a.conversation_id
            where a.group_id = $3 and a.tenant_id = any ($1) and (cardinality($2) = 0 or c.channel = any ($2)) and a.at <= $4
                and ($5 or ({GroupCounts.Waits})) and {NotYet}
            order by c.id, a.at desc
            """,
            [part.Municipalities, part.Channels, group, how.SeenAt.ToUniversalTime(), how.Correction, (short)DeliveryState.Failed],
            ct
        );

    /// <summary>These conversations, as far as they are within the part.</summary>
    public static Task<IReadOnlyList<Candidate>> OfListAsync(
        NpgsqlConnection connection,
        IEnumerable<Guid> conversations,
        Part part,
        CancellationToken ct
    ) =>
        ReadAsync(
            connection,
            """
            select c.id, c.tenant_id, null::uuid, c.channel, c.account, c.visibility from routing.conversations c
            where c.tenant_id = any ($1) and (cardinality($2) = 0 or c.channel = any ($2)) and c.id = any ($3) order by c.id
            """,
            [part.Municipalities, part.Channels, conversations.ToArray()],
            ct
        );

    /// <summary>The rows of these conversations, as they are.</summary>
    public static async Task<IReadOnlyList<Conversation>> RowsAsync(
        NpgsqlConnection connection,
        IEnumerable<Candidate> candidates,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            $"select {WorkListRow.Columns} from routing.conversations c where c.id = any ($1) order by c.id",
            connection
        )
        {
            Parameters = { new() { Value = candidates.Select(candidate => candidate.Id).ToArray() } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var rows = new List<Conversation>();
        while (await row.ReadAsync(ct))
            rows.Add(WorkListRow.Read(row));
        return rows;
    }

    public static Candidate Read(NpgsqlDataReader row, int from = 0) =>
        new(
            row.GetGuid(from),
            row.GetString(from + 1),
            row.IsDBNull(from + 2) ? null : row.GetGuid(from + 2),
            row.GetString(from + 3),
            row.GetString(from + 4),
            (Visibility)row.GetInt16(from + 5)
        );

    private static async Task<IReadOnlyList<Candidate>> ReadAsync(
        NpgsqlConnection connection,
        string sql,
        object[] values,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new List<Candidate>();
        while (await row.ReadAsync(ct))
            found.Add(Read(row));
        return found;
    }
}
