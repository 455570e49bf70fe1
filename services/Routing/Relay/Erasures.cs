using Npgsql;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Routing.Relay;

/// <summary>Word to the other services of who was forgotten. Once it has gone out, Routing no longer keeps by which ids they were known.</summary>
internal static class Erasures
{
    public static async Task<IReadOnlyList<ResidentErased>> TakeAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "delete from routing.erasures returning tenant_id, resident_id, channel, file_ids, aliases, at",
            connection
        );
        await using var row = await command.ExecuteReaderAsync(ct);
        var erased = new List<ResidentErased>();
        while (await row.ReadAsync(ct))
            erased.Add(
                new(
                    row.GetString(0),
                    row.GetGuid(1),
                    row.GetString(2),
                    row.GetFieldValue<Guid[]>(3),
                    row.GetFieldValue<DateTimeOffset>(5),
                    row.GetFieldValue<string[]>(4)
                )
            );
        return erased;
    }
}
