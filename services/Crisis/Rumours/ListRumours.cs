using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using NpgsqlTypes;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Speaking;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Crisis.Rumours;

/// <summary>Rumours where the caller works, latest change first: within an exercise those of exercises, otherwise the real ones.</summary>
internal static class ListRumours
{
    private const int Most = 200;

    /// <param name="crisis">Only those of this crisis, exercise or not.</param>
    internal static async Task<Results<Ok<Contracts.Api.Rumours>, ProblemHttpResult>> Get(
        Guid? crisis,
        string? status,
        Caller caller,
        Standings standings,
        Database database,
        CancellationToken ct
    )
    {
        RumourStatus? wanted = Enum.TryParse<RumourStatus>(status, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;
        if (wanted is null && !string.IsNullOrEmpty(status))
            return new Refusal("Kies uit: notVerified, false, true.", Refusal.Invalid).Problem();
        var standing = await standings.OfAsync(caller, ct);
        return TypedResults.Ok(
            new Contracts.Api.Rumours([
                .. (await ReadAsync(crisis, standing, database, ct))
                    .Where(each => crisis is not null || Exercise.Is(each.Tenant) == standing.Exercises)
                    .Where(each => wanted is null || each.Rumour.Status == wanted)
                    .Select(each => RumourShown.Of(each.Rumour, each.Tenant, standing)),
            ])
        );
    }

    private static async Task<IReadOnlyList<(string Tenant, RumourState Rumour)>> ReadAsync(
        Guid? crisis,
        Standing standing,
        Database database,
        CancellationToken ct
    )
    {
        await using var bounded = await database.OpenAsync(standing.Tenants, ct);
        await using var query = new NpgsqlCommand(
            $"""
            select tenant_id, rumour from crisis.rumours where $1::uuid is null or crisis_id = $1
            order by changed_at desc, id desc limit {Most}
            """,
            bounded.Connection
        )
        {
            Parameters =
            {
                new() { Value = (object?)crisis ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
            },
        };
        var found = new List<(string, RumourState)>();
        await using var row = await query.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            found.Add((row.GetString(0), RumourRow.Read(row.GetString(1))));
        return found;
    }
}
