using WebcareHub.EventStore;
using WebcareHub.Routing.Residents;

namespace WebcareHub.Routing.Timers;

/// <summary>A resident whose last conversation was resolved longer ago than the blueprint keeps conversations is forgotten.</summary>
internal sealed class KeepRetention(Database database, Terms terms, Erasure erasure) : ITimedWork
{
    private const int Portion = 20;
    private readonly Pace _pace = new();

    public async Task<int> DoAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (_pace.Rests(now))
            return 0;
        var done = 0;
        foreach (var (municipality, resident, before) in await CandidatesAsync(now, ct))
            done += await erasure.EraseWhenPastAsync(municipality, resident, before, ct) is null ? 0 : 1;
        return _pace.Did(done, now);
    }

    private async Task<IReadOnlyList<(string Municipality, Guid Resident, DateTimeOffset Before)>> CandidatesAsync(
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        await using var command = database.Timer.CreateCommand(
            $"""
            select distinct c.tenant_id, c.person_id, t.before
            from unnest($1::varchar[], $2::timestamptz[]) as t (tenant, before)
            join routing.conversations c on c.tenant_id = t.tenant and c.status = 4 and not c.erased and c.resolved_at <= t.before
            where not exists (
                select from routing.conversations o
                where o.person_id = c.person_id and not o.erased and (o.status <> 4 or o.resolved_at > t.before))
            limit {Portion}
            """
        );
        command.Parameters.AddRange(
            Terms.Parameters(await terms.OfAsync("routing.conversations", retention => retention.ConversationDays, now, ct))
        );
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new List<(string, Guid, DateTimeOffset)>();
        while (await row.ReadAsync(ct))
            found.Add((row.GetString(0), row.GetGuid(1), row.GetFieldValue<DateTimeOffset>(2)));
        return found;
    }
}
