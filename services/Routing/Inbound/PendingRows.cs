using Npgsql;

namespace WebcareHub.Routing.Inbound;

/// <summary>Edits, deletions and reactions that came before their message.</summary>
internal static class PendingRows
{
    internal sealed record Row(string Tenant, string Hash, string EventKey, Guid Resident, byte[]? Sealed);

    public static async Task<IReadOnlyList<(Guid Resident, byte[] Sealed)>> ReadAsync(
        NpgsqlConnection connection,
        string tenant,
        string hash,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            "select resident_id, sealed from routing.pending where tenant_id = $1 and platform_hash = $2 order by at",
            connection
        )
        {
            Parameters =
            {
                new() { Value = tenant },
                new() { Value = hash },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var rows = new List<(Guid, byte[])>();
        while (await row.ReadAsync(ct))
            rows.Add((row.GetGuid(0), row.GetFieldValue<byte[]>(1)));
        return rows;
    }

    /// <summary>Removes just what was read: what came meanwhile stays, and is found by <see cref="MessageIndex.Write"/>.</summary>
    public static NpgsqlBatchCommand Remove(IReadOnlyCollection<(string Tenant, string Hash, byte[] Sealed)> arrived) =>
        new(
            """
            delete from routing.pending p using unnest($1::varchar[], $2::varchar[], $3::bytea[]) as a (tenant_id, hash, sealed)
            where p.tenant_id = a.tenant_id and p.platform_hash = a.hash and p.sealed = a.sealed
            """
        )
        {
            Parameters =
            {
                new NpgsqlParameter { Value = arrived.Select(row => row.Tenant).ToArray() },
                new NpgsqlParameter { Value = arrived.Select(row => row.Hash).ToArray() },
                new NpgsqlParameter { Value = arrived.Select(row => row.Sealed).ToArray() },
            },
        };
}
