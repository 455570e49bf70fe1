using Npgsql;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Counting;

/// <summary>The words of groups, all of them the blueprint's own.</summary>
internal static class WordRows
{
    internal static NpgsqlBatchCommand Write(IReadOnlyList<WordRow> rows) =>
        new(
            """
            insert into monitoring.environment_words as w (tenant_id, crisis_id, group_id, word, questions)
            select u.tenant, u.crisis, u.grp, u.word, u.questions
            from unnest($1::varchar[], $2::uuid[], $3::uuid[], $4::varchar[], $5::integer[]) as u (tenant, crisis, grp, word, questions)
            on conflict (crisis_id, group_id, word) do update set questions = w.questions + excluded.questions
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
            },
        };
}
