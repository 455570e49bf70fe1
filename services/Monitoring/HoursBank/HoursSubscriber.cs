using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Pools;
using WebcareHub.EventStore;

namespace WebcareHub.Monitoring.HoursBank;

/// <summary>Keeps the hours bank from the log, exactly once: what it writes commits with its checkpoint.</summary>
internal sealed class HoursSubscriber(FactsOf facts) : IFeedSubscriber
{
    internal const string Checkpoint = "monitoring.hours-bank:All";

    public string Name => Checkpoint;

    public IReadOnlyCollection<Type>? Types { get; } = [.. FactsOf.Types, typeof(HoursCorrected), typeof(MunicipalityJoinedPool)];

    public async Task HandleAsync(FeedBatch batch, CancellationToken ct)
    {
        await KeepAsync(batch, ct);
        var taken = batch.Events.Where(recorded => recorded.Data is Claimed { Pool: not null }).ToList();
        var topics = await Topics.OfAsync(batch.Connection, taken, ct);
        var read = batch.Events.Select(recorded => facts.Read(recorded, topics)).OfType<Fact>().ToList();
        if (read.Count == 0)
        {
            return;
        }

        var before = await HoursTable.LoadAsync(batch.Connection, read, ct);
        var after = read.Aggregate(before, Ledger.Apply);
        await HoursTable.SaveAsync(batch.Connection, before, after, ct);
    }

    /// <summary>What it wrote goes, but for months that are closed; the log makes it anew.</summary>
    internal static Task RebuildAsync(Feed feed, CancellationToken ct) =>
        feed.ResetAsync(
            Checkpoint,
            ct,
            new("delete from monitoring.hours_at_work"),
            new("delete from monitoring.hours_entries"),
            new("delete from monitoring.hours_corrections"),
            new("delete from monitoring.hours_members")
        );

    private static async Task KeepAsync(FeedBatch batch, CancellationToken ct)
    {
        await using var commands = batch.Connection.CreateBatch();
        foreach (var recorded in batch.Events)
        {
            if (recorded.Data is HoursCorrected corrected)
            {
                commands.BatchCommands.Add(CorrectionTable.Write(corrected));
            }
            else if (recorded.Data is MunicipalityJoinedPool joined)
            {
                commands.BatchCommands.Add(Members.Write(joined.Pool, joined.Municipality));
            }
        }

        if (commands.BatchCommands.Count > 0)
        {
            await commands.ExecuteNonQueryAsync(ct);
        }
    }
}
