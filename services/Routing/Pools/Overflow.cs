using Npgsql;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Timers;
using WebcareHub.Routing.WorkList;
using WebcareHub.Rulebooks;

namespace WebcareHub.Routing.Pools;

/// <summary>
/// Opens questions to pools and closes them again, once a second: facts per municipality, not per question. One process at a time, so that what
/// held a moment ago is known.
/// </summary>
internal sealed class Overflow(EventStore.EventStore store, Rulebook rulebook) : ITimedWork
{
    private const long Lock = 0x7765_6263_6172_6513;
    private readonly Baselines _baselines = new();
    private readonly LastLook _last = new();

    public async Task<int> DoAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var session = await store.OpenForTimerAsync(null, ct);
        if (!await AloneAsync(session.Connection, ct))
            return 0;
        var changes = await ChangesAsync(session.Connection, ct);
        var pass = new OverflowPass(
            await HousesAsync(session, changes, now, ct),
            await CauseTable.ReadAsync(session.Connection, ct),
            await PresentAsync(session.Connection, ct),
            now
        );
        var changed = new List<(Conversation Before, IReadOnlyList<object> Events)>();
        if (_last.IsOver(changes, now))
            await DecideAllAsync(session.Connection, pass.Membership, changed, ct);
        var moved = changed.Count;
        await DecideAllAsync(session.Connection, pass.Work, changed, ct);
        Write(session, changed);
        foreach (var command in CauseTable.Write(pass.Causes, now))
            session.Also(command);
        await session.CommitAsync(ct);
        _last.Passed(changes, moved, changed.Count, now);
        return changed.Count;
    }

    /// <summary>Read once for all the portions of a round.</summary>
    private async Task<IReadOnlyList<House>> HousesAsync(EventSession session, long changes, DateTimeOffset now, CancellationToken ct) =>
        _last.Houses(changes, now)
        ?? _last.Saw(await House.AllAsync(session.Connection, await rulebook.AtAsync(session, ct), _baselines, now, ct), changes, now);

    private static async Task DecideAllAsync(
        NpgsqlConnection connection,
        IEnumerable<(NpgsqlCommand Query, Func<Conversation, IReadOnlyList<object>> Decide)> work,
        List<(Conversation Before, IReadOnlyList<object> Events)> changed,
        CancellationToken ct
    )
    {
        foreach (var (query, decide) in work)
            changed.AddRange(await DecideAsync(connection, query, decide, [.. changed.Select(each => each.Before.Id)], ct));
    }

    private static async Task<IReadOnlyList<(Conversation, IReadOnlyList<object>)>> DecideAsync(
        NpgsqlConnection connection,
        NpgsqlCommand query,
        Func<Conversation, IReadOnlyList<object>> decide,
        IReadOnlyCollection<Guid> done,
        CancellationToken ct
    )
    {
        await using var command = query;
        command.Connection = connection;
        await using var row = await command.ExecuteReaderAsync(ct);
        var decided = new List<(Conversation, IReadOnlyList<object>)>();
        while (await row.ReadAsync(ct))
            if (
                WorkListRow.Read(row) is var conversation
                && !done.Contains(conversation.Id)
                && decide(conversation) is { Count: > 0 } events
            )
                decided.Add((conversation, events));
        return decided;
    }

    private static void Write(EventSession session, List<(Conversation Before, IReadOnlyList<object> Events)> changed)
    {
        foreach (var (before, events) in changed)
            session.Append(Streams.Conversation(before.Municipality, before.Id), before.Version, events, before.ResidentId);
        if (changed.Count > 0)
            session.Also(
                WorkListRow.Write([
                    .. changed.Select(each =>
                        each.Events.Aggregate(each.Before, Conversation.Evolve) with
                        {
                            Version = each.Before.Version + each.Events.Count,
                        }
                    ),
                ])
            );
    }

    private static async Task<bool> AloneAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select pg_try_advisory_xact_lock({Lock})", connection);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>How often the members, terms and colleagues of all pools changed.</summary>
    private static async Task<long> ChangesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select coalesce(sum(p.changes), 0)::bigint from routing.pools p", connection);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Pools in which somebody is at work who still belongs to it.</summary>
    private static async Task<IReadOnlySet<string>> PresentAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            select distinct a.tenant_id from routing.presence p
            join routing.pool_agents a on a.municipality = p.tenant_id and a.subject = p.subject and a.tenant_id = any (p.pools)
            where p.state = 0
            """,
            connection
        );
        await using var row = await command.ExecuteReaderAsync(ct);
        var present = new HashSet<string>();
        while (await row.ReadAsync(ct))
            present.Add(row.GetString(0));
        return present;
    }
}
