using Npgsql;

namespace WebcareHub.Testing;

/// <summary>Questions to a database, past every wall when the connection is its owner's.</summary>
public static class Sql
{
    /// <summary>Runs one statement; returns the first column of the first row, if any.</summary>
    public static async Task<T?> ScalarAsync<T>(string connectionString, string sql, params object[] parameters)
    {
        await using NpgsqlConnection connection = new(connectionString);
        await using NpgsqlCommand command = await OnAsync(connection, sql, parameters);
        return await command.ExecuteScalarAsync() is { } value and not DBNull ? (T)value : default;
    }

    /// <summary>The first column of every row.</summary>
    public static async Task<IReadOnlyList<T>> ColumnAsync<T>(string connectionString, string sql, params object[] parameters)
    {
        await using NpgsqlConnection connection = new(connectionString);
        await using NpgsqlCommand command = await OnAsync(connection, sql, parameters);
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync();
        List<T> found = [];
        while (await row.ReadAsync())
        {
            found.Add(row.GetFieldValue<T>(0));
        }

        return found;
    }

    /// <summary>Runs one statement on the server that a connection string leads to, beside its database: create, drop, alter.</summary>
    public static async Task OnServerAsync(string connectionString, string sql)
    {
        NpgsqlConnectionStringBuilder server = new(connectionString) { Database = "postgres" };
        await ScalarAsync<object>(Unpooled(server.ConnectionString), sql);
    }

    /// <summary>The same, with a connection of its own each time: a restart or a restore cuts those that wait in a pool.</summary>
    public static string Unpooled(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;

    private static async Task<NpgsqlCommand> OnAsync(NpgsqlConnection connection, string sql, object[] parameters)
    {
        await connection.OpenAsync();
        NpgsqlCommand command = new(sql, connection);
        Array.ForEach(parameters, parameter => command.Parameters.Add(new NpgsqlParameter { Value = parameter }));
        return command;
    }
}
