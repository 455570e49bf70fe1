using Microsoft.Extensions.Logging;
using Npgsql;

namespace WebcareHub.EventStore;

/// <summary>
/// Applies the deletions of the ledger that the database does not know, as after a restored backup: the key goes, and each service forgets what
/// it keeps. A service that was away when a resident was forgotten gets its turn here too.
/// </summary>
public sealed class DeletionReplay(
    Database database,
    DeletionLedger ledger,
    IEnumerable<IForgetResident> forgetters,
    TimeProvider time,
    ILogger<DeletionReplay> log
)
{
    /// <summary>Runs once at start, after migrations and before anything serves.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var ledgered = await ledger.ReadAsync(ct);
        if (ledgered.Count == 0)
        {
            return;
        }
        var known = await ReadAsync("select id, '' from events.deletions", ct);
        var replayed = await ReadAsync("select deletion_id, forgetter from events.deletions_replayed", ct);
        foreach (var deletion in ledgered)
        {
            if (!known.Contains((deletion.Id, "")))
            {
                await ForgetAsync(deletion, ct);
            }
            foreach (var forgetter in forgetters.Where(forgetter => !replayed.Contains((deletion.Id, NameOf(forgetter)))))
            {
                await ForgetAsync(forgetter, deletion, ct);
            }
        }
    }

    /// <summary>Destroys the key and records why; nothing when that was done.</summary>
    internal static async Task RecordAsync(NpgsqlConnection connection, ResidentDeletion deletion, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            with gone as (delete from events.resident_keys where tenant_id = $2 and resident_id = $3)
            insert into events.deletions (id, tenant_id, resident_id, reason, at) values ($1, $2, $3, $4, $5) on conflict (id) do nothing
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = deletion.Id },
                new() { Value = deletion.Tenant },
                new() { Value = deletion.Resident },
                new() { Value = deletion.Reason },
                new() { Value = deletion.At },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task ForgetAsync(ResidentDeletion deletion, CancellationToken ct)
    {
        log.LogWarning("The database does not know deletion {Deletion}; forgetting again", deletion.Id);
        await using var transaction = await database.OpenAsync([deletion.Tenant], ct);
        await RecordAsync(transaction.Connection, deletion, ct);
        await transaction.CommitAsync(ct);
    }

    private async Task ForgetAsync(IForgetResident forgetter, ResidentDeletion deletion, CancellationToken ct)
    {
        await forgetter.ForgetAsync(deletion, ct);
        await using var command = database.Owner.CreateCommand(
            "insert into events.deletions_replayed (deletion_id, forgetter, at) values ($1, $2, $3) on conflict do nothing"
        );
        command.Parameters.Add(new() { Value = deletion.Id });
        command.Parameters.Add(new() { Value = NameOf(forgetter) });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<HashSet<(Guid Deletion, string Forgetter)>> ReadAsync(string sql, CancellationToken ct)
    {
        await using var command = database.Owner.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new HashSet<(Guid, string)>();
        while (await reader.ReadAsync(ct))
        {
            found.Add((reader.GetGuid(0), reader.GetString(1)));
        }
        return found;
    }

    private static string NameOf(IForgetResident forgetter) => forgetter.GetType().FullName!;
}
