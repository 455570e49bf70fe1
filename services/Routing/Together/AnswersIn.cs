using Npgsql;
using NpgsqlTypes;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Routing.Alike;

namespace WebcareHub.Routing.Together;

/// <summary>Reads answers to many within a scope.</summary>
internal sealed class AnswersIn(Database database, TimeProvider time)
{
    private const int Most = 50;

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<AnswerToMany>> AllAsync(Scope scope, CancellationToken ct) => ReadAsync(scope, null, ct);

    /// <summary>Null when there is none in this scope.</summary>
    public async Task<AnswerToMany?> OneAsync(Scope scope, Guid id, CancellationToken ct) =>
        await ReadAsync(scope, id, ct) is [var found] ? found : null;

    private async Task<IReadOnlyList<AnswerToMany>> ReadAsync(Scope scope, Guid? id, CancellationToken ct)
    {
        await using var transaction = await database.OpenAsync(scope.Tenants, ct);
        var found = await AnswersAsync(transaction.Connection, scope, id, ct);
        var counts = await AnswerCount.ReadAsync(transaction.Connection, [.. found.Select(each => each.Answer.Id)], ct);
        var now = time.GetUtcNow();
        return
        [
            .. found
                .Select(each => (each.Ends, Answer: AnswerCount.Fill(each.Answer, [.. counts[each.Answer.Id]])))
                .Select(each => each.Answer with { State = StateOf(each.Answer, each.Ends, now) }),
        ];
    }

    private static async Task<List<(AnswerToMany Answer, Ends Ends)>> AnswersAsync(
        NpgsqlConnection connection,
        Scope scope,
        Guid? id,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            select t.id, t.group_id, t.crisis_id, t.content, t.by_name, t.at, t.undo_until, t.shown, t.open_until, t.undone_at, t.stopped_at
            from routing.answers_to_many t
            where t.tenant_id = any ($1) and t.crisis_id is not distinct from $2 and ($3 is null or t.id = $3)
            order by t.at desc, t.id limit {Most}
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = scope.Tenants.ToArray() },
                new() { Value = (object?)scope.Crisis ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
                new() { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new List<(AnswerToMany, Ends)>();
        while (await row.ReadAsync(ct))
            found.Add((Read(row), new(Moment(row, 8), row.IsDBNull(9), row.IsDBNull(10))));
        return found;
    }

    private static AnswerToMany Read(NpgsqlDataReader row)
    {
        var content = Content.Read(row.GetString(3));
        return new(
            row.GetGuid(0),
            row.IsDBNull(1) ? null : row.GetGuid(1),
            row.IsDBNull(2) ? null : row.GetGuid(2),
            content.CoreMessageId,
            content.AnswerId,
            content.Text,
            row.GetString(4),
            AnswerToManyState.Done,
            row.GetFieldValue<DateTimeOffset>(5),
            row.GetFieldValue<DateTimeOffset>(6),
            null,
            !row.IsDBNull(8),
            row.GetInt32(7),
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            [],
            0
        );
    }

    private static AnswerToManyState StateOf(AnswerToMany answer, Ends ends, DateTimeOffset now) =>
        !ends.Kept ? AnswerToManyState.Undone
        : !ends.GoesOn ? AnswerToManyState.Stopped
        : now < answer.UndoUntil ? AnswerToManyState.Undoable
        : answer.Waiting > 0 ? AnswerToManyState.Sending
        : ends.OpenUntil > now ? AnswerToManyState.Open
        : AnswerToManyState.Done;

    private static DateTimeOffset? Moment(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    private sealed record Ends(DateTimeOffset? OpenUntil, bool Kept, bool GoesOn);
}
