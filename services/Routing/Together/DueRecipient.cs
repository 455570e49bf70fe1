using Npgsql;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.WorkList;

namespace WebcareHub.Routing.Together;

/// <summary>One whose turn it is.</summary>
/// <param name="AsksMore">The resident asked something else since.</param>
internal sealed record DueRecipient(Approved Answer, Guid Conversation, Guid? Message, bool AsksMore)
{
    /// <summary>The first of those that are due, each conversation once, held until the transaction ends; rows another process holds are left.</summary>
    public static async Task<IReadOnlyList<DueRecipient>> TakeAsync(
        NpgsqlConnection connection,
        DateTimeOffset now,
        int most,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            select t.id, t.content, t.by_id, t.by_name, t.by_municipality, t.spokesperson, t.crisis_id,
                r.conversation_id, r.message_id,
                exists (
                    select from routing.alike a join routing.alike o on o.conversation_id = a.conversation_id and o.at > a.at and o.group_id <> a.group_id
                    where a.message_id = r.message_id)
            from routing.answer_recipients r join routing.answers_to_many t on t.id = r.answer_id
            where r.state = 0 and r.send_at <= $1 and t.undo_until <= $1 and t.undone_at is null and t.stopped_at is null
            order by r.send_at, r.conversation_id limit {most}
            for no key update of r skip locked
            """,
            connection
        )
        {
            Parameters = { new() { Value = now } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var (due, answers) = (new List<DueRecipient>(), new Dictionary<Guid, Approved>());
        while (await row.ReadAsync(ct))
        {
            if (!answers.TryGetValue(row.GetGuid(0), out var answer))
                answers[row.GetGuid(0)] = answer = Read(row);
            due.Add(new(answer, row.GetGuid(7), row.IsDBNull(8) ? null : row.GetGuid(8), row.GetBoolean(9)));
        }
        return [.. due.DistinctBy(each => each.Conversation)];
    }

    /// <summary>Their rows, held; one that somebody is changing waits for the next round.</summary>
    public static async Task<Dictionary<Guid, Conversation>> LockAsync(
        NpgsqlConnection connection,
        IEnumerable<DueRecipient> due,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            $"select {WorkListRow.Columns} from routing.conversations c where c.id = any ($1) order by c.id for no key update skip locked",
            connection
        )
        {
            Parameters = { new() { Value = due.Select(each => each.Conversation).ToArray() } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var held = new Dictionary<Guid, Conversation>();
        while (await row.ReadAsync(ct))
            held[row.GetGuid(0)] = WorkListRow.Read(row);
        return held;
    }

    private static Approved Read(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            Content.Read(row.GetString(1)),
            new AgentRef(row.GetString(2), row.GetString(3)),
            row.GetString(4),
            row.GetBoolean(5),
            row.IsDBNull(6) ? null : row.GetGuid(6)
        );
}
