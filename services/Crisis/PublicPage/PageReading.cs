using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.Crisis.CoreMessages;
using WebcareHub.Crisis.Following;
using WebcareHub.Crisis.Rumours;
using WebcareHub.Crisis.Speaking;
using WebcareHub.Rulebooks;

namespace WebcareHub.Crisis.PublicPage;

/// <summary>Reads what the pages are made of, for all municipalities at once; for one reader.</summary>
internal sealed class PageReading(EventStore.EventStore store, Rulebook rulebook, TimeProvider time)
{
    private (long Epoch, long Changes)? _known;

    /// <summary>Null when nothing changed since the last time.</summary>
    internal async Task<PageSource?> ReadAsync(CancellationToken ct)
    {
        await using var session = await store.OpenForTimerAsync(null, ct);
        var edition = await rulebook.AtAsync(session, ct);
        var seen = (edition.Epoch.Number, await ChangesAsync(session.Connection, ct));
        if (_known == seen)
            return null;
        var now = time.GetUtcNow();
        var crises = await CrisesAsync(session.Connection, now - Compose.Afterwards, ct);
        var read = new PageSources(
            new Places(edition.Blueprint, DateOnly.FromDateTime(Clock.Local(now).DateTime)),
            [.. edition.Epoch.Crises.Select(crisis => crisis.Id)],
            crises,
            await MessagesAsync(session.Connection, crises, ct),
            await RumoursAsync(session.Connection, crises, ct)
        );
        var source = read.Source();
        // Only now: what could not be made is tried again.
        _known = seen;
        return source;
    }

    /// <summary>Goes up with every change of a row.</summary>
    private static async Task<long> ChangesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            select (coalesce(sum(version), 0) + count(*))::bigint from (
                select version from crisis.core_messages union all select version from crisis.rumours union all select version from crisis.facts
            ) as rows
            """,
            connection
        );
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task<IReadOnlyList<CrisisFacts>> CrisesAsync(
        NpgsqlConnection connection,
        DateTimeOffset since,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            "select facts from crisis.facts where not is_exercise and (ended_at is null or ended_at > $1)",
            connection
        )
        {
            Parameters = { new() { Value = since } },
        };
        return await ReadAsync(command, row => FactsRow.Read(row.GetString(0)), ct);
    }

    private static async Task<IReadOnlyList<CoreMessageState>> MessagesAsync(
        NpgsqlConnection connection,
        IReadOnlyList<CrisisFacts> crises,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            $"select {CoreMessageRow.Columns} from crisis.core_messages m where m.crisis_id = any ($1)",
            connection
        )
        {
            Parameters = { new() { Value = crises.Select(crisis => crisis.Id).ToArray() } },
        };
        // Whatever the crisis says: what stands in an exercise's tenant is never public.
        return [.. (await CoreMessageRow.ReadAsync(command, ct)).Where(each => !Exercise.Is(each.Tenant)).Select(each => each.Message)];
    }

    private static async Task<IReadOnlyList<RumourState>> RumoursAsync(
        NpgsqlConnection connection,
        IReadOnlyList<CrisisFacts> crises,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand("select tenant_id, rumour from crisis.rumours where crisis_id = any ($1)", connection)
        {
            Parameters = { new() { Value = crises.Select(crisis => crisis.Id).ToArray() } },
        };
        var found = await ReadAsync(command, row => (Tenant: row.GetString(0), Rumour: RumourRow.Read(row.GetString(1))), ct);
        return [.. found.Where(each => !Exercise.Is(each.Tenant)).Select(each => each.Rumour)];
    }

    private static async Task<List<T>> ReadAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        var found = new List<T>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            found.Add(read(row));
        return found;
    }
}
