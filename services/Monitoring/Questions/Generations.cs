using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.Monitoring.Questions;

/// <summary>Which generation serves and which one is being filled.</summary>
internal static class Generations
{
    /// <param name="Position">Up to where a filling one has been filled.</param>
    /// <param name="Goal">How far the serving one was when it was last compared.</param>
    internal sealed record Filling(int Generation, long Position, long Goal);

    internal static async Task<int> ServingAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select generation from monitoring.generations where state = 'serving'", connection);
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }

    internal static async Task<Filling?> FillingAsync(NpgsqlConnection connection, bool holding, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"select generation, position, goal from monitoring.generations where state = 'filling'{(holding ? " for update skip locked" : "")}",
            connection
        );
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? new(row.GetInt32(0), row.GetInt64(1), row.GetInt64(2)) : null;
    }

    internal static Task MovedAsync(NpgsqlConnection connection, Filling filling, CancellationToken ct) =>
        ExecuteAsync(
            connection,
            "update monitoring.generations set position = $2, goal = $3 where generation = $1",
            ct,
            filling.Generation,
            filling.Position,
            filling.Goal
        );

    /// <summary>The filled one serves from now on.</summary>
    internal static async Task SwitchAsync(NpgsqlConnection connection, Filling filling, CancellationToken ct)
    {
        await ExecuteAsync(connection, "update monitoring.generations set state = 'removing' where state = 'serving'", ct);
        await ExecuteAsync(connection, "update monitoring.generations set state = 'serving' where generation = $1", ct, filling.Generation);
    }

    /// <summary>Asks for a new one; nothing when one is being filled already.</summary>
    internal static async Task BeginAsync(Database database, CancellationToken ct)
    {
        await using var connection = await database.Feed.OpenConnectionAsync(ct);
        await ExecuteAsync(
            connection,
            """
            insert into monitoring.generations (generation, state) select max(generation) + 1, 'filling' from monitoring.generations
            on conflict do nothing
            """,
            ct
        );
    }

    internal static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return await command.ExecuteNonQueryAsync(ct);
    }
}
