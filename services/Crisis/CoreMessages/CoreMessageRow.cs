using System.Collections.Immutable;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using WebcareHub.Contracts.Crises;

namespace WebcareHub.Crisis.CoreMessages;

/// <summary>A core message as a row, and a row for each municipality that decided about it.</summary>
internal static class CoreMessageRow
{
    /// <summary>The columns of <see cref="Read"/>, of a table with alias <c>m</c>.</summary>
    internal const string Columns = "m.tenant_id, m.issued, m.withdrawn";

    /// <summary>Locks it; its tenant, or null when there is none within this session's bounds.</summary>
    internal static async Task<string?> LockAsync(NpgsqlConnection connection, Guid id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select tenant_id from crisis.core_messages where id = $1 for no key update",
            connection
        )
        {
            Parameters = { new() { Value = id } },
        };
        return (string?)await command.ExecuteScalarAsync(ct);
    }

    internal static NpgsqlBatchCommand Write(string tenant, CoreMessageState message, long version) =>
        new(
            """
            insert into crisis.core_messages (tenant_id, id, crisis_id, issued_at, is_withdrawn, version, issued, withdrawn)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (id) do update set is_withdrawn = excluded.is_withdrawn, version = excluded.version,
                issued_at = excluded.issued_at, issued = excluded.issued, withdrawn = excluded.withdrawn
            """
        )
        {
            Parameters =
            {
                new() { Value = tenant },
                new() { Value = message.Issued!.MessageId },
                new() { Value = message.Issued.CrisisId },
                new() { Value = message.Issued.At.ToUniversalTime() },
                new() { Value = message.Withdrawn is not null },
                new() { Value = version },
                Document(message.Issued),
                Document(message.Withdrawn),
            },
        };

    internal static NpgsqlBatchCommand Write(string tenant, Guid message, string municipality, MunicipalityStand stand) =>
        new(
            """
            insert into crisis.core_message_stands (tenant_id, message_id, municipality, stand) values ($1, $2, $3, $4)
            on conflict (message_id, municipality) do update set stand = excluded.stand
            """
        )
        {
            Parameters =
            {
                new() { Value = tenant },
                new() { Value = message },
                new() { Value = municipality },
                Document(stand),
            },
        };

    /// <summary>Messages with what every municipality did. The query names <see cref="Columns"/> and ends with its own order.</summary>
    internal static async Task<IReadOnlyList<(string Tenant, CoreMessageState Message)>> ReadAsync(
        NpgsqlCommand query,
        CancellationToken ct
    )
    {
        var found = new List<(string Tenant, CoreMessageState Message)>();
        await using (var row = await query.ExecuteReaderAsync(ct))
        {
            while (await row.ReadAsync(ct))
                found.Add((row.GetString(0), Read(row)));
        }
        var stands = await StandsAsync(query.Connection!, [.. found.Select(each => each.Message.Issued!.MessageId)], ct);
        return
        [
            .. found.Select(each =>
                (
                    each.Tenant,
                    each.Message with
                    {
                        Stands = stands[each.Message.Issued!.MessageId]
                            .ToImmutableDictionary(stand => stand.Municipality, stand => stand.Stand),
                    }
                )
            ),
        ];
    }

    private static async Task<ILookup<Guid, (Guid Message, string Municipality, MunicipalityStand Stand)>> StandsAsync(
        NpgsqlConnection connection,
        Guid[] messages,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            "select message_id, municipality, stand from crisis.core_message_stands where message_id = any ($1)",
            connection
        )
        {
            Parameters = { new() { Value = messages } },
        };
        var found = new List<(Guid Message, string Municipality, MunicipalityStand Stand)>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            found.Add((row.GetGuid(0), row.GetString(1), JsonSerializer.Deserialize<MunicipalityStand>(row.GetString(2))!));
        return found.ToLookup(each => each.Message);
    }

    private static CoreMessageState Read(NpgsqlDataReader row) =>
        CoreMessageState.None with
        {
            Issued = JsonSerializer.Deserialize<CoreMessageIssued>(row.GetString(1)),
            Withdrawn = row.IsDBNull(2) ? null : JsonSerializer.Deserialize<CoreMessageWithdrawn>(row.GetString(2)),
        };

    private static NpgsqlParameter Document<T>(T? value) =>
        new() { Value = value is null ? DBNull.Value : JsonSerializer.Serialize(value), NpgsqlDbType = NpgsqlDbType.Jsonb };
}
