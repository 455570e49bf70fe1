using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace WebcareHub.Monitoring.HoursBank;

/// <summary>Where the accounting stands between two batches, and the entries it led to.</summary>
internal static class HoursTable
{
    private const string Load = """
        select distinct on (agent) state from monitoring.hours_at_work
        where generation = $3
            and (agent = any ($1) or agent in (select h.agent from monitoring.hours_at_work h where h.generation = $3 and h.conversations && $2))
        order by agent
        """;

    private const string Add = """
        insert into monitoring.hours_entries as e (tenant_id, shift, conversation, day, month, giver, receiver, topic, ticks, helped, generation)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        on conflict (generation, tenant_id, shift, conversation) do update
        set topic = excluded.topic, ticks = e.ticks + excluded.ticks, helped = e.helped or excluded.helped
        """;

    /// <summary>Everybody these facts are about.</summary>
    internal static async Task<Ledger> LoadAsync(
        NpgsqlConnection connection,
        int generation,
        IReadOnlyList<Fact> facts,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(Load, connection)
        {
            Parameters =
            {
                new() { Value = facts.Select(WorkerOf).OfType<string>().Distinct().ToArray() },
                new() { Value = facts.Select(ConversationOf).OfType<Guid>().Distinct().ToArray() },
                new() { Value = generation },
            },
        };
        return Ledger.Of(await ReadAsync(command, ct));
    }

    /// <summary>Everybody who has questions of others through a pool now.</summary>
    internal static async Task<Ledger> InPoolAsync(NpgsqlConnection connection, string pool, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select state from monitoring.hours_at_work where generation = monitoring.serving('hours') and tenant_id = $1",
            connection
        )
        {
            Parameters = { new() { Value = pool } },
        };
        return Ledger.Of(await ReadAsync(command, ct));
    }

    internal static async Task SaveAsync(
        NpgsqlConnection connection,
        int generation,
        (Ledger Before, Ledger After) ledger,
        CancellationToken ct
    )
    {
        var (before, after) = ledger;
        await using var batch = connection.CreateBatch();
        var known = before.Workers.Keys.Union(after.Workers.Keys).ToArray();
        batch.BatchCommands.Add(
            new("delete from monitoring.hours_at_work where generation = $1 and agent = any ($2)")
            {
                Parameters =
                {
                    new() { Value = generation },
                    new() { Value = known },
                },
            }
        );
        foreach (var worker in after.Workers.Values)
        {
            foreach (var tenant in worker.Holds.Select(hold => hold.Question.Pool).Append(worker.Worker.Municipality).Distinct())
            {
                batch.BatchCommands.Add(Write(generation, tenant, worker));
            }
        }

        foreach (var pool in after.Slices.GroupBy(slice => slice.Question.Pool))
        {
            foreach (var part in Part.Of(pool))
            {
                batch.BatchCommands.Add(Write(generation, pool.Key, part));
            }
        }

        await batch.ExecuteNonQueryAsync(ct);
    }

    private static async Task<IReadOnlyList<AtWork>> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        var workers = new List<AtWork>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            workers.Add(JsonSerializer.Deserialize<AtWork>(row.GetString(0))!);
        }

        return workers;
    }

    private static NpgsqlBatchCommand Write(int generation, string tenant, AtWork worker) =>
        new("insert into monitoring.hours_at_work (tenant_id, agent, state, conversations, generation) values ($1, $2, $3, $4, $5)")
        {
            Parameters =
            {
                new() { Value = tenant },
                new() { Value = worker.Worker.Id },
                new() { Value = JsonSerializer.Serialize(worker), NpgsqlDbType = NpgsqlDbType.Jsonb },
                new() { Value = worker.Holds.Select(hold => hold.Question.Conversation).ToArray() },
                new() { Value = generation },
            },
        };

    private static NpgsqlBatchCommand Write(int generation, string pool, Part part) =>
        new(Add)
        {
            Parameters =
            {
                new() { Value = pool },
                new() { Value = part.Shift },
                new() { Value = part.Conversation },
                new() { Value = part.Day },
                new() { Value = Days.Month(part.Day) },
                new() { Value = part.Giver },
                new() { Value = part.Receiver },
                new() { Value = part.Topic },
                new() { Value = part.Ticks },
                new() { Value = part.Helped },
                new() { Value = generation },
            },
        };

    private static string? WorkerOf(Fact fact) =>
        fact switch
        {
            Fact.CameToWork f => f.Worker.Id,
            Fact.Paused f => f.Worker.Id,
            Fact.WentHome f => f.Worker.Id,
            Fact.Took f => f.Worker.Id,
            _ => null,
        };

    private static Guid? ConversationOf(Fact fact) =>
        fact switch
        {
            Fact.Took f => f.Question.Conversation,
            Fact.Left f => f.Conversation,
            Fact.Closed f => f.Conversation,
            Fact.Answered f => f.Conversation,
            Fact.SetAside f => f.Conversation,
            Fact.CameBack f => f.Conversation,
            Fact.Renamed f => f.Conversation,
            _ => null,
        };
}
