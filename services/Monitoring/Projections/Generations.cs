using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.Monitoring.Projections;

/// <summary>Which generation of a projection serves and which one is being filled.</summary>
internal static class Generations
{
    /// <param name="Position">Up to where a filling one has been filled.</param>
    /// <param name="Goal">How far the serving one was when it was last compared.</param>
    internal sealed record Filling(int Generation, long Position, long Goal)
    {
        /// <summary>Of a hundred.</summary>
        internal double Share => Goal == 0 ? 0 : Math.Round(100.0 * Position / Goal, 1);
    }

    internal static async Task<int> ServingAsync(NpgsqlConnection connection, string projection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select monitoring.serving($1)", connection)
        {
            Parameters = { new() { Value = projection } },
        };
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }

    internal static async Task<Filling?> FillingAsync(NpgsqlConnection connection, string projection, bool holding, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select generation, position, goal from monitoring.generations
            where projection = $1 and state = 'filling'{(holding ? " for update skip locked" : "")}
            """,
            connection
        )
        {
            Parameters = { new() { Value = projection } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? new(row.GetInt32(0), row.GetInt64(1), row.GetInt64(2)) : null;
    }

    internal static Task MovedAsync(NpgsqlConnection connection, string projection, Filling filling, CancellationToken ct) =>
        ExecuteAsync(
            connection,
            "update monitoring.generations set position = $3, goal = $4 where projection = $1 and generation = $2",
            ct,
            projection,
            filling.Generation,
            filling.Position,
            filling.Goal
        );

    /// <summary>The filled one serves from now on.</summary>
    internal static async Task SwitchAsync(NpgsqlConnection connection, string projection, Filling filling, CancellationToken ct)
    {
        const string of = "update monitoring.generations set state = $1 where projection = $2 and";
        await ExecuteAsync(connection, $"{of} state = 'serving'", ct, "removing", projection);
        await ExecuteAsync(connection, $"{of} generation = $3", ct, "serving", projection, filling.Generation);
    }

    /// <summary>Asks for a new one; nothing when one is being filled already.</summary>
    internal static async Task BeginAsync(Database database, string projection, CancellationToken ct)
    {
        await using var connection = await database.Feed.OpenConnectionAsync(ct);
        await ExecuteAsync(
            connection,
            """
            insert into monitoring.generations (projection, generation, state)
            select $1, max(generation) + 1, 'filling' from monitoring.generations where projection = $1
            on conflict do nothing
            """,
            ct,
            projection
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
