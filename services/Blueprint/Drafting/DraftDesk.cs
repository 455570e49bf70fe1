using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Drafting;

/// <summary>Keeps what people are working on, one draft per person and layer.</summary>
internal sealed class DraftDesk(Database database, TimeProvider time)
{
    private const string Columns = "select tenant_id, after_release, version, files, entries, saved_at from blueprint.drafts";

    /// <summary>The caller's draft of a layer; null when there is none.</summary>
    internal async Task<DraftState?> FindAsync(Caller caller, string layer, CancellationToken ct) =>
        await ReadAsync(caller, [layer], ct) is [var draft] ? draft : null;

    /// <summary>The caller's drafts of these layers, newest first.</summary>
    internal async Task<IReadOnlyList<DraftState>> ReadAsync(Caller caller, IReadOnlyCollection<string> layers, CancellationToken ct)
    {
        await using var bounded = await database.OpenAsync(layers, ct);
        await using var command = new NpgsqlCommand(
            $"{Columns} where tenant_id = any($1) and municipality = $2 and subject = $3 order by saved_at desc",
            bounded.Connection
        )
        {
            Parameters =
            {
                new() { Value = layers.ToArray() },
                new() { Value = caller.Municipality },
                new() { Value = caller.Id },
            },
        };
        var drafts = new List<DraftState>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            drafts.Add(Read(reader));
        }

        return drafts;
    }

    /// <summary>Saves over the version that was read.</summary>
    /// <returns>The draft as saved; null when somebody (another window) saved in between.</returns>
    internal async Task<DraftState?> SaveAsync(Caller caller, DraftState draft, CancellationToken ct)
    {
        var saved = draft with { Version = draft.Version + 1, At = time.GetUtcNow() };
        const string sql = """
            insert into blueprint.drafts as d (tenant_id, municipality, subject, after_release, version, files, entries, saved_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (tenant_id, municipality, subject) do update
            set after_release = excluded.after_release, version = excluded.version, files = excluded.files, entries = excluded.entries,
                saved_at = excluded.saved_at
            where d.version = excluded.version - 1
            """;
        return
            await ExecuteAsync(
                draft.Layer,
                sql,
                [
                    new() { Value = draft.Layer },
                    new() { Value = caller.Municipality },
                    new() { Value = caller.Id },
                    new() { Value = saved.After },
                    new() { Value = saved.Version },
                    Json(saved.Files),
                    Json(saved.Entries),
                    new() { Value = saved.At },
                ],
                ct
            ) > 0
            ? saved
            : null;
    }

    /// <summary>Throws the caller's draft away; nothing when there is none.</summary>
    internal Task DropAsync(Caller caller, string layer, CancellationToken ct) =>
        ExecuteAsync(
            layer,
            "delete from blueprint.drafts where tenant_id = $1 and municipality = $2 and subject = $3",
            [new() { Value = layer }, new() { Value = caller.Municipality }, new() { Value = caller.Id }],
            ct
        );

    private async Task<int> ExecuteAsync(string layer, string sql, IReadOnlyList<NpgsqlParameter> values, CancellationToken ct)
    {
        await using var bounded = await database.OpenAsync([layer], ct);
        await using var command = new NpgsqlCommand(sql, bounded.Connection);
        foreach (var value in values)
        {
            command.Parameters.Add(value);
        }

        var rows = await command.ExecuteNonQueryAsync(ct);
        await bounded.CommitAsync(ct);
        return rows;
    }

    private static DraftState Read(NpgsqlDataReader reader) =>
        new(
            reader.GetString(0),
            reader.GetInt32(1),
            reader.GetInt64(2),
            JsonSerializer.Deserialize<Dictionary<string, string?>>(reader.GetString(3))!,
            JsonSerializer.Deserialize<List<EntryEdit>>(reader.GetString(4))!,
            reader.GetFieldValue<DateTimeOffset>(5)
        );

    private static NpgsqlParameter Json<T>(T value) => new() { Value = JsonSerializer.Serialize(value), NpgsqlDbType = NpgsqlDbType.Jsonb };
}
