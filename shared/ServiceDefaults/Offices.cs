using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;

namespace WebcareHub.ServiceDefaults;

/// <summary>Who coordinates crises and who keeps the pool, per layer, as an operator named them. No sign-in gives these.</summary>
public sealed class Offices(Database database, TimeProvider time)
{
    /// <summary>Whether the caller holds this office for the layer.</summary>
    /// <param name="layer">nl, a region id or a CBS code.</param>
    public async Task<bool> HoldsAsync(Caller caller, string layer, Office office, CancellationToken ct) =>
        (await HeldAsync(caller, [layer], office, ct)).Count > 0;

    /// <summary>For which of these layers the caller holds the office.</summary>
    public async Task<IReadOnlyList<string>> HeldAsync(
        Caller caller,
        IReadOnlyCollection<string> layers,
        Office office,
        CancellationToken ct
    )
    {
        await using var bounded = await database.OpenAsync(layers, ct);
        await using var command = new NpgsqlCommand(
            "select tenant_id from hub.offices where tenant_id = any ($1) and office = $2 and municipality = $3 and subject = $4 order by tenant_id",
            bounded.Connection
        )
        {
            Parameters =
            {
                new() { Value = layers.ToArray() },
                new() { Value = NameOf(office) },
                new() { Value = Contracts.Exercise.Real(caller.Municipality) },
                new() { Value = caller.Id },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var held = new List<string>();
        while (await row.ReadAsync(ct))
            held.Add(row.GetString(0));
        return held;
    }

    /// <summary>Everybody who holds an office for the layer.</summary>
    public async Task<IReadOnlyList<OfficeHolder>> HoldersAsync(string layer, CancellationToken ct)
    {
        await using var bounded = await database.OpenAsync([layer], ct);
        await using var command = new NpgsqlCommand(
            "select municipality, subject, name, office from hub.offices where tenant_id = $1 order by office, name, subject",
            bounded.Connection
        )
        {
            Parameters = { new() { Value = layer } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var holders = new List<OfficeHolder>();
        while (await row.ReadAsync(ct))
            holders.Add(new(row.GetString(0), row.GetString(1), row.GetString(2), Enum.Parse<Office>(row.GetString(3), ignoreCase: true)));
        return holders;
    }

    /// <summary>Gives somebody an office; who has it already keeps it, under this name.</summary>
    /// <param name="by">Who names them.</param>
    public Task NameAsync(string layer, OfficeHolder holder, string by, CancellationToken ct) =>
        ExecuteAsync(
            """
            insert into hub.offices (tenant_id, office, municipality, subject, name, named_by, named_at) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (tenant_id, office, municipality, subject) do update
            set name = excluded.name, named_by = excluded.named_by, named_at = excluded.named_at
            """,
            [layer, NameOf(holder.Office), holder.Municipality, holder.Subject, holder.Name, by, time.GetUtcNow()],
            ct
        );

    /// <summary>Takes an office back; whether they had it.</summary>
    public async Task<bool> RemoveAsync(string layer, Office office, string municipality, string subject, CancellationToken ct) =>
        await ExecuteAsync(
            "delete from hub.offices where tenant_id = $1 and office = $2 and municipality = $3 and subject = $4",
            [layer, NameOf(office), municipality, subject],
            ct
        ) > 0;

    private async Task<int> ExecuteAsync(string sql, object[] values, CancellationToken ct)
    {
        await using var bounded = await database.OpenAsync([(string)values[0]], ct);
        await using var command = new NpgsqlCommand(sql, bounded.Connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        var rows = await command.ExecuteNonQueryAsync(ct);
        await bounded.CommitAsync(ct);
        return rows;
    }

    private static string NameOf(Office office) => office == Office.Coordinator ? "coordinator" : "poolkeeper";
}
