using System.Diagnostics;
using Npgsql;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Crises;
using WebcareHub.EventStore;

namespace WebcareHub.Benchmarks;

/// <summary>Puts a crisis over the whole country in force and out of it as Crisis does: event and epoch row in one transaction.</summary>
internal sealed class CrisisSwitches(BenchSystem system) : IDisposable
{
    private const string Scenario = "hoogwater";
    private static readonly AgentRef Bench = new("bench", "Bench");
    private readonly IHost _host = StoreHost.Build(system.ConnectionString, counting: false);
    private Guid _crisis;

    internal Task<Switched> OnAsync()
    {
        _crisis = Guid.CreateVersion7();
        DateTimeOffset now = DateTimeOffset.UtcNow;
        CrisisDeclared declared = new(_crisis, "nl", Scenario, "Bench", ["nl"], false, [], false, "Bench", "GM0193", Bench, now, null);
        return SwitchAsync(0, declared, session => session.SwitchCrisis(new(_crisis, Scenario, ["nl"], false, now)), Scenario);
    }

    internal Task<Switched> OffAsync() =>
        SwitchAsync(
            1,
            new CrisisEnded(["nl"], "Bench", "GM0193", Bench, DateTimeOffset.UtcNow),
            session => session.LiftCrisis(_crisis),
            ""
        );

    public void Dispose() => _host.Dispose();

    private async Task<Switched> SwitchAsync(long version, object recorded, Action<EventSession> effect, string scenario)
    {
        await using EventSession session = await _host
            .Services.GetRequiredService<EventStore.EventStore>()
            .OpenAsync(["nl"], null, CancellationToken.None);
        session.Append(new StreamKey("nl", $"crisis-{_crisis}"), version, [recorded]);
        effect(session);
        long began = Stopwatch.GetTimestamp();
        await session.CommitAsync(CancellationToken.None);
        long committed = Stopwatch.GetTimestamp();
        return new(await system.CountAsync("select number from events.epoch"), scenario, began, committed);
    }
}

/// <summary>A switch that was made, and what was decided about then.</summary>
/// <param name="Epoch">The number it raised the epoch to.</param>
/// <param name="Scenario">What lies on top from then on; empty for nothing.</param>
/// <param name="Began">Before its transaction, in stopwatch ticks.</param>
/// <param name="Committed">After it.</param>
internal sealed record Switched(long Epoch, string Scenario, long Began, long Committed)
{
    /// <summary>How many messages name this epoch and were decided with another scenario.</summary>
    internal Task<long> MixedAsync(BenchSystem system) =>
        system.CountAsync(
            $"select count(*) from events.mt_events where type = 'question_recognised' and (data ->> 'Epoch')::bigint = {Epoch} and coalesce(data #>> '{{Facts,scenario}}', '') <> '{Scenario}'"
        );

    /// <summary>The deliveries that the epoch before this one decided.</summary>
    internal async Task<IReadOnlyList<string>> DecidedBeforeAsync(BenchSystem system)
    {
        await using NpgsqlCommand command = system.Source.CreateCommand(
            """
            select m.data->>'DeliveryId' from events.mt_events m
            join events.mt_events q on q.data->>'MessageId' = m.data->>'MessageId' and q.type = 'question_recognised'
            where m.type = 'message_received' and (q.data ->> 'Epoch')::bigint = $1
            """
        );
        command.Parameters.Add(new NpgsqlParameter { Value = Epoch - 1 });
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync();
        List<string> deliveries = [];
        while (await row.ReadAsync())
        {
            deliveries.Add(row.GetString(0));
        }

        return deliveries;
    }
}
