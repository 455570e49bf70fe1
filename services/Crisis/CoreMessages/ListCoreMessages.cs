using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.Crisis.Speaking;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Crisis.CoreMessages;

/// <summary>Core messages for the caller's municipality and offices: within an exercise those of exercises, otherwise the real ones.</summary>
internal static class ListCoreMessages
{
    private const int Most = 100;

    /// <param name="crisis">Only those of this crisis, exercise or not.</param>
    /// <param name="withdrawn">Also what was withdrawn.</param>
    internal static async Task<Contracts.Api.CoreMessages> Get(
        Guid? crisis,
        bool? withdrawn,
        Caller caller,
        Standings standings,
        Database database,
        CancellationToken ct
    )
    {
        var standing = await standings.OfAsync(caller, ct);
        await using var bounded = await database.OpenAsync(standing.Tenants, ct);
        await using var query = new NpgsqlCommand(
            $"""
            select {CoreMessageRow.Columns} from crisis.core_messages m
            where ($1::uuid is null or m.crisis_id = $1) and ($2 or not m.is_withdrawn)
            order by m.issued_at desc, m.id desc limit {Most}
            """,
            bounded.Connection
        )
        {
            Parameters =
            {
                new() { Value = (object?)crisis ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid },
                new() { Value = withdrawn ?? false },
            },
        };
        return new([
            .. (await CoreMessageRow.ReadAsync(query, ct))
                .Where(each => crisis is not null || Exercise.Is(each.Tenant) == standing.Exercises)
                .Where(each => CoreMessageShown.IsFor(standing, each.Message.Issued!))
                .Select(each => CoreMessageShown.Of(each.Message, each.Tenant, standing)),
        ]);
    }
}
