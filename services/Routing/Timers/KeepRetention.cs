using Npgsql;
using WebcareHub.EventStore;
using WebcareHub.Routing.Residents;
using WebcareHub.Routing.Rulebooks;

namespace WebcareHub.Routing.Timers;

/// <summary>
/// A resident whose last conversation was resolved longer ago than the blueprint keeps conversations is forgotten; what waited in vain for its
/// message, and views of long ago, go too. Each municipality has its own term.
/// </summary>
internal sealed class KeepRetention(Database database, Rulebook rulebook, Erasure erasure) : ITimedWork
{
    private const int Portion = 20;
    private static readonly TimeSpan Shortest = TimeSpan.FromDays(28);
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    private DateTimeOffset _next;

    public async Task<int> DoAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (now < _next && _next - now <= Between)
            return 0;
        var done = 0;
        foreach (var (municipality, resident) in await CandidatesAsync(now, ct))
            done += await erasure.EraseAsync(municipality, resident, Erasure.Retention, "Bewaartermijn verstreken", ct) is null ? 0 : 1;
        await SweepAsync(now, ct);
        if (done == 0)
            _next = now + Between;
        return done;
    }

    private async Task<IReadOnlyList<(string Municipality, Guid Resident)>> CandidatesAsync(DateTimeOffset now, CancellationToken ct)
    {
        var terms = new List<(string Municipality, DateTimeOffset Before)>();
        foreach (var municipality in await MunicipalitiesAsync(now, ct))
            if ((await rulebook.NowAsync(municipality, ct)).Blueprint.Retention.ConversationDays is > 0 and var days)
                terms.Add((municipality, now - TimeSpan.FromDays(days)));
        await using var connection = await database.Timer.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand(
            """
            select distinct c.tenant_id, c.person_id
            from unnest($1::varchar[], $2::timestamptz[]) as t (tenant, before)
            join routing.conversations c on c.tenant_id = t.tenant and c.status = 4 and not c.erased and c.resolved_at <= t.before
            where not exists (
                select from routing.conversations o
                where o.person_id = c.person_id and not o.erased and (o.status <> 4 or o.resolved_at > t.before))
            limit $3
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = terms.Select(term => term.Municipality).ToArray() },
                new() { Value = terms.Select(term => term.Before).ToArray() },
                new() { Value = Portion },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new List<(string, Guid)>();
        while (await row.ReadAsync(ct))
            found.Add((row.GetString(0), row.GetGuid(1)));
        return found;
    }

    private async Task<IReadOnlyList<string>> MunicipalitiesAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await database.Timer.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand(
            "select distinct c.tenant_id from routing.conversations c where c.status = 4 and not c.erased and c.resolved_at <= $1",
            connection
        )
        {
            Parameters = { new() { Value = now - Shortest } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new List<string>();
        while (await row.ReadAsync(ct))
            found.Add(row.GetString(0));
        return found;
    }

    private async Task SweepAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await database.Timer.OpenConnectionAsync(ct);
        await using var command = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("delete from routing.pending where at < $1") { Parameters = { new() { Value = now - TimeSpan.FromDays(30) } } },
                new("delete from routing.viewers where seen_at < $1") { Parameters = { new() { Value = now - TimeSpan.FromDays(1) } } },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}
