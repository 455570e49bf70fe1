using Npgsql;
using NpgsqlTypes;

namespace WebcareHub.Monitoring.Questions;

/// <summary>The questions of a generation as rows.</summary>
internal static class QuestionTable
{
    internal const string Columns = "q.tenant_id, q.id, q.channel, q.is_public, q.resident, q.opened_at, q.story, q.position";

    private const string Load = $"""
        select {Columns} from unnest($2::varchar[], $3::uuid[]) as n (tenant, id)
        join monitoring.questions q on q.generation = $1 and q.tenant_id = n.tenant and q.id = n.id
        """;

    private const string Save = """
        insert into monitoring.questions as q
            (generation, tenant_id, id, channel, is_public, resident, topic, opened_at, last_at, is_open, position, story)
        select $1, n.* from unnest($2::varchar[], $3::uuid[], $4::varchar[], $5::bool[], $6::varchar[], $7::varchar[], $8::timestamptz[],
            $9::timestamptz[], $10::bool[], $11::bigint[], $12::text[]) as n
        on conflict (generation, tenant_id, id) do update set resident = excluded.resident, topic = excluded.topic, last_at = excluded.last_at,
            is_open = excluded.is_open, position = excluded.position, story = excluded.story
        """;

    internal static async Task<Dictionary<(string, Guid), Question>> LoadAsync(
        NpgsqlConnection connection,
        int generation,
        IReadOnlyList<(string Tenant, Guid Id)> wanted,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(Load, connection)
        {
            Parameters =
            {
                new() { Value = generation },
                new() { Value = wanted.Select(one => one.Tenant).ToArray() },
                new() { Value = wanted.Select(one => one.Id).ToArray() },
            },
        };
        return (await ReadAsync(command, ct)).ToDictionary(row => (row.Question.Municipality, row.Question.Id), row => row.Question);
    }

    internal static async Task<List<(Question Question, long Position)>> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        var questions = new List<(Question, long)>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var question = new Question(
                row.GetString(0),
                row.GetGuid(1),
                row.GetString(2),
                row.GetBoolean(3),
                row.IsDBNull(4) ? null : row.GetString(4),
                row.GetFieldValue<DateTimeOffset>(5),
                StoryText.Read(row.GetString(6))
            );
            questions.Add((question, row.GetInt64(7)));
        }

        return questions;
    }

    internal static async Task SaveAsync(
        NpgsqlConnection connection,
        int generation,
        IReadOnlyList<(Question Question, long Position)> rows,
        CancellationToken ct
    )
    {
        var facts = rows.Select(row => QuestionFacts.At(row.Question, DateTimeOffset.MaxValue)).ToList();
        await using var command = new NpgsqlCommand(Save, connection) { Parameters = { new() { Value = generation } } };
        void Add<T>(Func<Question, T> of) => command.Parameters.Add(new() { Value = rows.Select(row => of(row.Question)).ToArray() });
        void AddText(string?[] texts) =>
            command.Parameters.Add(new() { Value = texts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar });
        Add(question => question.Municipality);
        Add(question => question.Id);
        Add(question => question.Channel);
        Add(question => question.Public);
        AddText([.. rows.Select(row => row.Question.Resident)]);
        AddText([.. facts.Select(fact => fact.Topic)]);
        Add(question => question.OpenedAt);
        Add(question => question.LastAt);
        command.Parameters.Add(new() { Value = facts.Select(fact => fact.Open).ToArray() });
        command.Parameters.Add(new() { Value = rows.Select(row => row.Position).ToArray() });
        Add(question => StoryText.Write(question.Story));
        await command.ExecuteNonQueryAsync(ct);
    }
}
