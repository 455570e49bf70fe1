using Npgsql;

namespace WebcareHub.Testing;

/// <summary>A fresh, empty database on the real server; dropped on disposal.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _name;

    private TestDatabase(string name, string connectionString) => (_name, ConnectionString) = (name, connectionString);

    /// <summary>Connects as the owner.</summary>
    public string ConnectionString { get; }

    /// <summary>Creates one.</summary>
    public static async Task<TestDatabase> CreateAsync()
    {
        string name = $"test_{Guid.NewGuid():N}";
        await OnServerAsync($"create database {name}");
        NpgsqlConnectionStringBuilder builder = new(TestServers.Postgres) { Database = name, MaxPoolSize = 30 };
        return new TestDatabase(name, builder.ConnectionString);
    }

    /// <summary>Runs one statement as the owner; returns the first column of the first row, if any.</summary>
    public Task<T?> ScalarAsync<T>(string sql, params object[] parameters) => Sql.ScalarAsync<T>(ConnectionString, sql, parameters);

    /// <summary>Locks a table until what is returned is disposed.</summary>
    /// <param name="lockWords">What follows "lock table".</param>
    public async Task<IAsyncDisposable> HoldAsync(string lockWords)
    {
        NpgsqlConnection connection = new(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new($"begin; lock table {lockWords}", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>Cuts every connection, as a failing server does; new ones are welcome.</summary>
    public Task CutConnectionsAsync() =>
        OnServerAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{_name}' and pid <> pg_backend_pid()");

    /// <summary>Refuses new connections and cuts the old ones, or welcomes them again.</summary>
    public async Task SetAwayAsync(bool away)
    {
        await OnServerAsync($"alter database {_name} allow_connections {(away ? "false" : "true")}");
        if (away)
        {
            await CutConnectionsAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await using NpgsqlConnection own = new(ConnectionString);
        NpgsqlConnection.ClearPool(own);
        await OnServerAsync($"drop database if exists {_name} with (force)");
    }

    private static Task OnServerAsync(string sql) => Sql.OnServerAsync(TestServers.Postgres, sql);
}
