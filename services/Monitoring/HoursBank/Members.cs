using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.EventStore;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;
using PoolName = WebcareHub.Contracts.Api.PoolName;

namespace WebcareHub.Monitoring.HoursBank;

/// <summary>Who may read which hours bank: every colleague of a municipality that has ever taken part in the pool.</summary>
internal sealed class Members(Database database, Rulebook rulebook)
{
    internal static NpgsqlBatchCommand Write(int generation, string pool, string municipality) =>
        new("insert into monitoring.hours_members (tenant_id, municipality, generation) values ($1, $2, $3) on conflict do nothing")
        {
            Parameters =
            {
                new() { Value = pool },
                new() { Value = municipality },
                new() { Value = generation },
            },
        };

    /// <summary>The pools of the caller, those of the own region first.</summary>
    internal async Task<IReadOnlyList<PoolName>> PoolsAsync(Caller caller, CancellationToken ct)
    {
        var municipality = Exercise.Real(caller.Municipality);
        var blueprint = (await rulebook.NowAsync(municipality, ct)).Blueprint;
        var layers = blueprint.Layers.Where(layer => layer != municipality).ToArray();
        await using var bounded = await database.OpenAsync(layers, ct);
        await using var command = new NpgsqlCommand(
            """
            select tenant_id from monitoring.hours_members
            where generation = monitoring.serving('hours') and tenant_id = any ($1) and municipality = $2
            """,
            bounded.Connection
        )
        {
            Parameters =
            {
                new() { Value = layers },
                new() { Value = municipality },
            },
        };
        var pools = new List<string>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            pools.Add(row.GetString(0));
        }

        return
        [
            .. pools.OrderByDescending(pool => Array.IndexOf(layers, pool)).Select(pool => new PoolName(pool, NameOf(blueprint, pool))),
        ];
    }

    /// <summary>Everybody who has ever taken part.</summary>
    /// <param name="connection">Inside a transaction bounded to the pool.</param>
    internal static async Task<IReadOnlySet<string>> OfAsync(NpgsqlConnection connection, string pool, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select municipality from monitoring.hours_members where generation = monitoring.serving('hours') and tenant_id = $1",
            connection
        )
        {
            Parameters = { new() { Value = pool } },
        };
        var members = new HashSet<string>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            members.Add(row.GetString(0));
        }

        return members;
    }

    private static string NameOf(EffectiveBlueprint blueprint, string pool) =>
        pool == Blueprint.National ? "landelijke pool" : blueprint.LayerInWords(pool);
}
