using Npgsql;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Pools;
using WebcareHub.EventStore;
using WebcareHub.Monitoring.Projections;

namespace WebcareHub.Monitoring.HoursBank;

/// <summary>The hours bank from the log. Months that are closed stand beside it and stay as they are.</summary>
internal sealed class HoursProjection(FactsOf facts) : IProjection
{
    internal const string Hours = "hours";

    public string Name => Hours;

    public string Checkpoint => HoursSubscriber.Checkpoint;

    public IReadOnlyCollection<Type> Types { get; } = [.. FactsOf.Types, typeof(HoursCorrected), typeof(MunicipalityJoinedPool)];

    public bool ReadsPersonal => false;

    public IReadOnlyList<string> Tables { get; } =
    ["monitoring.hours_at_work", "monitoring.hours_entries", "monitoring.hours_corrections", "monitoring.hours_members"];

    public async Task ApplyAsync(NpgsqlConnection connection, int generation, IReadOnlyList<RecordedEvent> events, CancellationToken ct)
    {
        await KeepAsync(connection, generation, events, ct);
        var taken = events.Where(recorded => recorded.Data is Claimed { Pool: not null }).ToList();
        var topics = await Topics.OfAsync(connection, taken, ct);
        var read = events.Select(recorded => facts.Read(recorded, topics)).OfType<Fact>().ToList();
        if (read.Count == 0)
        {
            return;
        }

        var before = await HoursTable.LoadAsync(connection, generation, read, ct);
        var after = read.Aggregate(before, Ledger.Apply);
        await HoursTable.SaveAsync(connection, generation, (before, after), ct);
    }

    private static async Task KeepAsync(
        NpgsqlConnection connection,
        int generation,
        IReadOnlyList<RecordedEvent> events,
        CancellationToken ct
    )
    {
        await using var commands = connection.CreateBatch();
        foreach (var recorded in events)
        {
            if (recorded.Data is HoursCorrected corrected)
            {
                commands.BatchCommands.Add(CorrectionTable.Write(generation, corrected));
            }
            else if (recorded.Data is MunicipalityJoinedPool joined)
            {
                commands.BatchCommands.Add(Members.Write(generation, joined.Pool, joined.Municipality));
            }
        }

        if (commands.BatchCommands.Count > 0)
        {
            await commands.ExecuteNonQueryAsync(ct);
        }
    }
}
