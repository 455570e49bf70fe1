using Npgsql;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Hub.Commands;

/// <summary>On a private server there is no database yet.</summary>
internal static class NewDatabase
{
    internal static async Task EnsureAsync(IConfiguration configuration, CancellationToken ct)
    {
        NpgsqlConnectionStringBuilder wanted = new(configuration.Required("ConnectionStrings:Postgres"));
        string name = wanted.Database ?? "webcare";
        NpgsqlConnectionStringBuilder server = new(wanted.ConnectionString) { Database = "postgres", Pooling = false };
        await using NpgsqlConnection connection = new(server.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
        }
        catch (PostgresException refused)
            when (refused.SqlState is PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InsufficientPrivilege)
        {
            // A server of somebody else, where the database was made for us.
            return;
        }

        await using NpgsqlCommand there = new("select exists (select from pg_database where datname = $1)", connection)
        {
            Parameters = { new() { Value = name } },
        };
        if (await there.ExecuteScalarAsync(ct) is not true)
        {
            await using NpgsqlCommand create = new(
                $"create database \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
                connection
            );
            await create.ExecuteNonQueryAsync(ct);
        }
    }
}
