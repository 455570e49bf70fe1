using System.Data;
using System.Reflection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace WebcareHub.EventStore;

/// <summary>The migrations of one part: embedded files <c>Migrations/NNN_name.sql</c> of an assembly.</summary>
/// <param name="Name">Under which they are recorded; never changed.</param>
public sealed record MigrationSet(string Name, Assembly Assembly);

/// <summary>Brings the database to the form this process expects: each file once, in order, one process at a time.</summary>
public sealed class Migrations(Database database, IEnumerable<MigrationSet> sets, TimeProvider time, ILogger<Migrations> log)
{
    private const long Lock = 0x7765_6263_6172_6501;
    private static readonly MigrationSet Own = new("events", typeof(Migrations).Assembly);

    /// <summary>Runs what has not run yet.</summary>
    /// <exception cref="InvalidOperationException">A file that has run was changed since.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        await using var connection = await database.Owner.OpenConnectionAsync(ct);
        await Execute(connection, $"select pg_advisory_lock({Lock})", ct);
        try
        {
            await Execute(connection, Bookkeeping, ct);
            await Roles.CreateAsync(connection, ct);
            foreach (var set in sets.Prepend(Own).DistinctBy(set => set.Name))
            {
                await RunAsync(connection, set, ct);
            }
        }
        finally
        {
            // A connection that broke has unlocked already; what broke it is the failure to tell of.
            if (connection.State == ConnectionState.Open)
            {
                await Execute(connection, $"select pg_advisory_unlock({Lock})", CancellationToken.None);
            }
        }
    }

    private async Task RunAsync(NpgsqlConnection connection, MigrationSet set, CancellationToken ct)
    {
        var done = await DoneAsync(connection, set.Name, ct);
        foreach (var file in MigrationFile.Of(set.Assembly))
        {
            if (!done.TryGetValue(file.Name, out var hash))
            {
                await ApplyAsync(connection, set, file, ct);
            }
            else if (hash != file.Hash)
            {
                throw new InvalidOperationException(
                    $"Migration {set.Name}/{file.Name} was changed after it had run. Add a new file instead."
                );
            }
        }
    }

    private async Task ApplyAsync(NpgsqlConnection connection, MigrationSet set, MigrationFile file, CancellationToken ct)
    {
        log.LogInformation("Migrating {Set}/{File}", set.Name, file.Name);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Execute(connection, file.Sql, ct);
        await using var record = new NpgsqlCommand(
            "insert into hub.migrations (part, file, hash, applied_at) values ($1, $2, $3, $4)",
            connection
        )
        {
            Parameters =
            {
                new() { Value = set.Name },
                new() { Value = file.Name },
                new() { Value = file.Hash },
                new() { Value = time.GetUtcNow() },
            },
        };
        await record.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task<Dictionary<string, string>> DoneAsync(NpgsqlConnection connection, string set, CancellationToken ct)
    {
        var done = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand("select file, hash from hub.migrations where part = $1", connection)
        {
            Parameters = { new() { Value = set } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            done[reader.GetString(0)] = reader.GetString(1);
        }
        return done;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }

    private const string Bookkeeping = """
        create schema if not exists hub;
        create table if not exists hub.migrations (
            part text not null,
            file text not null,
            hash text not null,
            applied_at timestamptz not null,
            primary key (part, file)
        );
        """;
}
