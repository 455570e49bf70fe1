using Npgsql;

namespace WebcareHub.Routing.Inbound;

/// <summary>Edits, deletions and reactions that came before their message.</summary>
internal static class PendingRows
{
    internal sealed record Row(string Tenant, string Hash, string EventKey, Guid Resident, byte[]? Sealed);

    public static NpgsqlBatchCommand Write(IReadOnlyCollection<Row> rows, DateTimeOffset now)
    {
        var kept = rows.Where(row => row.Sealed is not null).ToArray();
        return new(
            """
            insert into routing.pending (tenant_id, platform_hash, event_key, resident_id, sealed, at)
            select *, $6 from unnest($1::varchar[], $2::varchar[], $3::varchar[], $4::uuid[], $5::bytea[])
            on conflict do nothing
            """
        )
        {
            Parameters =
            {
                new NpgsqlParameter { Value = kept.Select(row => row.Tenant).ToArray() },
                new NpgsqlParameter { Value = kept.Select(row => row.Hash).ToArray() },
                new NpgsqlParameter { Value = kept.Select(row => row.EventKey).ToArray() },
                new NpgsqlParameter { Value = kept.Select(row => row.Resident).ToArray() },
                new NpgsqlParameter { Value = kept.Select(row => row.Sealed!).ToArray() },
                new NpgsqlParameter { Value = now },
            },
        };
    }

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

    public static NpgsqlBatchCommand Remove(IReadOnlyCollection<(string Tenant, string Hash)> arrived) =>
        new(
            """
            delete from routing.pending p using unnest($1::varchar[], $2::varchar[]) as a (tenant_id, hash)
            where p.tenant_id = a.tenant_id and p.platform_hash = a.hash
            """
        )
        {
            Parameters =
            {
                new NpgsqlParameter { Value = arrived.Select(row => row.Tenant).ToArray() },
                new NpgsqlParameter { Value = arrived.Select(row => row.Hash).ToArray() },
            },
        };
}
