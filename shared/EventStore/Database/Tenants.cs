using Npgsql;
using NpgsqlTypes;

namespace WebcareHub.EventStore;

/// <summary>The list of tenants a transaction of role <c>webcare_app</c> may touch. Without it row-level security shows nothing.</summary>
public static class Tenants
{
    /// <summary>The command that sets the list for the rest of the transaction it runs in.</summary>
    public static NpgsqlBatchCommand Set(IReadOnlyCollection<string> tenants) =>
        new("select set_config('webcare.tenants', $1::text[]::text, true)")
        {
            Parameters =
            {
                new NpgsqlParameter { Value = tenants.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            },
        };

    /// <summary>
    /// A connection of <see cref="Database.App"/> inside a transaction bounded to these tenants. Disposing it without
    /// <c>commit</c> rolls back. For reads and for tables that are not events.
    /// </summary>
    public static async Task<TenantTransaction> OpenAsync(this Database database, IReadOnlyCollection<string> tenants, CancellationToken ct)
    {
        var connection = await database.App.OpenConnectionAsync(ct);
        try
        {
            var transaction = await connection.BeginTransactionAsync(ct);
            await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Set(tenants) } };
            await batch.ExecuteNonQueryAsync(ct);
            return new TenantTransaction(connection, transaction);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}

/// <summary>A transaction bounded to a list of tenants.</summary>
public sealed class TenantTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
{
    /// <summary>The connection, inside the transaction.</summary>
    public NpgsqlConnection Connection => connection;

    /// <summary>Commits; afterwards the connection sees nothing any more.</summary>
    public Task CommitAsync(CancellationToken ct) => transaction.CommitAsync(ct);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
