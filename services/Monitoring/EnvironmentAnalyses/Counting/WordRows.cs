using Npgsql;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Counting;

/// <summary>The words of groups, all of them the blueprint's own.</summary>
internal static class WordRows
{
    internal static NpgsqlBatchCommand Write(int generation, IReadOnlyList<WordRow> rows) =>
        new(
            """
            insert into monitoring.environment_words as w (tenant_id, crisis_id, group_id, word, questions, at, generation)
            select u.tenant, u.crisis, u.grp, u.word, u.questions, u.at, $7
            from unnest($1::varchar[], $2::uuid[], $3::uuid[], $4::varchar[], $5::integer[], $6::timestamptz[])
                as u (tenant, crisis, grp, word, questions, at)
            on conflict (generation, crisis_id, group_id, word, at) do update set questions = w.questions + excluded.questions
            """
        )
        {
            Parameters =
            {
                new() { Value = rows.Select(row => row.Tenant).ToArray() },
                new() { Value = rows.Select(row => row.Crisis).ToArray() },
                new() { Value = rows.Select(row => row.Group).ToArray() },
                new() { Value = rows.Select(row => row.Word).ToArray() },
                new() { Value = rows.Select(row => row.Questions).ToArray() },
                new() { Value = rows.Select(row => row.At).ToArray() },
                new() { Value = generation },
            },
        };
}
