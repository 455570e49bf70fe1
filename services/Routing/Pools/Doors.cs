using Npgsql;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Pools;

/// <summary>
/// The doors in the wall between municipalities: functions of the database that look past it, each bounded by the tenants of the transaction. For
/// the first the caller's own municipality, for the others pools of the caller.
/// </summary>
internal static class Doors
{
    /// <summary>A pool that a colleague may work in, with what they do there.</summary>
    /// <param name="OwnFirst">Their own municipality's terms: its own questions before those of others.</param>
    internal sealed record Work(string Pool, IReadOnlyList<string> Channels, IReadOnlyList<string> Topics, bool OwnFirst);

    /// <summary>A pool that a municipality takes part in.</summary>
    internal sealed record Joined(string Pool, IReadOnlyList<string> BlockedTopics)
    {
        /// <summary>Whether the municipality shares this topic there: neither it nor one above it is blocked.</summary>
        public bool Shares(string? topic, EffectiveBlueprint blueprint)
        {
            var most = blueprint.Topics.Count;
            for (var at = topic; at is not null && most-- >= 0; at = blueprint.Topic(at)?.Parent)
                if (BlockedTopics.Contains(at))
                    return false;
            return true;
        }
    }

    /// <summary>A question that a colleague has through a pool.</summary>
    internal sealed record Held(string Municipality, Guid Conversation, bool Unanswered);

    /// <summary>The pools of the caller, the national one last. In an exercise nobody has any.</summary>
    public static async Task<IReadOnlyList<Work>> PoolsOfAsync(NpgsqlConnection connection, Caller caller, CancellationToken ct)
    {
        if (caller.Exercises)
            return [];
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { PoolsOf(caller) } };
        await using var row = await batch.ExecuteReaderAsync(ct);
        return await ReadPoolsAsync(row, ct);
    }

    /// <summary>The same as part of a batch.</summary>
    public static NpgsqlBatchCommand PoolsOf(Caller caller) =>
        new("select * from routing.pools_of($1, $2)")
        {
            Parameters =
            {
                new() { Value = caller.Municipality },
                new() { Value = caller.Id },
            },
        };

    public static async Task<IReadOnlyList<Work>> ReadPoolsAsync(NpgsqlDataReader row, CancellationToken ct)
    {
        var found = new List<Work>();
        while (await row.ReadAsync(ct))
            found.Add(new(row.GetString(0), row.GetFieldValue<string[]>(1), row.GetFieldValue<string[]>(2), row.GetBoolean(3)));
        return found;
    }

    /// <summary>The pools a municipality takes part in, the national one last, each with the topics it does not share.</summary>
    public static async Task<IReadOnlyList<Joined>> JoinedAsync(NpgsqlConnection connection, string municipality, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select * from routing.pools_joined($1)", connection)
        {
            Parameters = { new() { Value = municipality } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var joined = new List<Joined>();
        while (await row.ReadAsync(ct))
            joined.Add(new(row.GetString(0), row.GetFieldValue<string[]>(1)));
        return joined;
    }

    /// <summary>Whose a conversation is; null when it is not open to any of the pools this transaction names.</summary>
    public static async Task<string?> OwnerOfAsync(NpgsqlConnection connection, Guid conversation, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select municipality from routing.owner_of($1)", connection)
        {
            Parameters = { new() { Value = conversation } },
        };
        return (string?)await command.ExecuteScalarAsync(ct);
    }

    /// <summary>What a colleague has through the pools this transaction names.</summary>
    public static async Task<IReadOnlyList<Held>> HeldAsync(NpgsqlConnection connection, string helper, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select * from routing.held_through($1)", connection)
        {
            Parameters = { new() { Value = helper } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var held = new List<Held>();
        while (await row.ReadAsync(ct))
            held.Add(new(row.GetString(0), row.GetGuid(1), row.GetBoolean(2)));
        return held;
    }
}
