using Npgsql;
using WebcareHub.Routing.Alike;
using WebcareHub.Routing.Timers;
using WebcareHub.Rulebooks;

namespace WebcareHub.Routing.Together;

/// <summary>Whoever asks the same while an answer is open joins it, within what was approved; over a crisis as long as it holds there.</summary>
internal sealed class JoinLate(EventStore.EventStore store, Rulebook rulebook) : ITimedWork
{
    private const int Portion = 500;

    // Arrivals are grouped in the order of the log, which is almost that of their moments.
    private const int OverlapMinutes = 10;

    private static readonly string Since = $"a.at > greatest(t.seen_at, t.joined_until - interval '{OverlapMinutes} minutes')";

    private static readonly string Sql = $"""
        select distinct on (t.id, c.id) t.id, c.id, c.tenant_id, a.message_id, c.channel, c.account, c.visibility
        from unnest($1::uuid[], $2::varchar[]) as o (id, tenant)
        join routing.answers_to_many t on t.id = o.id
        join routing.alike a on a.group_id = t.group_id and a.tenant_id = o.tenant
            and {Since}
        join routing.conversations c on c.id = a.conversation_id
        where {GroupCounts.Waits} and (cardinality(t.channels) = 0 or c.channel = any (t.channels))
            and not exists (select from routing.answer_recipients r where r.answer_id = t.id and r.conversation_id = c.id)
        order by t.id, c.id, a.at desc limit {Portion}
        """;

    public async Task<int> DoAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var session = await store.OpenForTimerAsync(null, ct);
        var open = await OpenAsync(session.Connection, now, ct);
        if (open.Count == 0)
            return 0;
        var late = await FindAsync(session.Connection, open, await rulebook.AtAsync(session, ct), ct);
        var candidates = late.Select(each => each.Candidate).ToArray();
        var busy = late.Count == 0 ? [] : await Recipients.BusyUntilAsync(session.Connection, candidates, ct);
        var moments = Pacing.Plan([.. candidates.Select(candidate => candidate.From)], busy, now);
        foreach (var answer in late.Zip(moments).GroupBy(each => each.First.Answer))
            session.Also(
                Recipients.Add(
                    answer.Key,
                    [.. answer.Select(each => each.First.Candidate)],
                    [.. answer.Select(each => each.Second)],
                    late: true
                )
            );
        if (late.Count < Portion)
            session.Also(Looked([.. open.Select(each => each.Answer)]));
        await session.CommitAsync(ct);
        return late.Count;
    }

    private sealed record Open(Guid Answer, Guid? Crisis, string[] Municipalities);

    private static async Task<List<Open>> OpenAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select t.id, t.crisis_id, t.municipalities from routing.answers_to_many t
            where t.open_until > $1 and t.undone_at is null and t.stopped_at is null and exists (
                select from routing.alike a where a.group_id = t.group_id and {Since})
            """,
            connection
        )
        {
            Parameters = { new() { Value = now } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var open = new List<Open>();
        while (await row.ReadAsync(ct))
            open.Add(new(row.GetGuid(0), row.IsDBNull(1) ? null : row.GetGuid(1), row.GetFieldValue<string[]>(2)));
        return open;
    }

    private static async Task<List<(Guid Answer, Candidate Candidate)>> FindAsync(
        NpgsqlConnection connection,
        IReadOnlyList<Open> open,
        Edition edition,
        CancellationToken ct
    )
    {
        var places = open.SelectMany(each =>
                each.Municipalities.Where(tenant =>
                        each.Crisis is null || edition.For(tenant).Crises.Any(crisis => crisis.Id == each.Crisis)
                    )
                    .Select(tenant => (each.Answer, Tenant: tenant))
            )
            .ToArray();
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters =
            {
                new() { Value = places.Select(place => place.Answer).ToArray() },
                new() { Value = places.Select(place => place.Tenant).ToArray() },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new List<(Guid, Candidate)>();
        while (await row.ReadAsync(ct))
            found.Add((row.GetGuid(0), Candidates.Read(row, 1)));
        return found;
    }

    private static NpgsqlBatchCommand Looked(Guid[] answers) =>
        new(
            """
            update routing.answers_to_many t set joined_until = n.at
            from (
                select o.id, max(a.at) as at from routing.answers_to_many o
                join routing.alike a on a.group_id = o.group_id and a.at > coalesce(o.joined_until, o.seen_at)
                where o.id = any ($1) group by o.id) n
            where n.id = t.id
            """
        )
        {
            Parameters = { new() { Value = answers } },
        };
}
