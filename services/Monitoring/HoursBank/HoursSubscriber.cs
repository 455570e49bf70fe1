using WebcareHub.EventStore;
using WebcareHub.Monitoring.Projections;

namespace WebcareHub.Monitoring.HoursBank;

/// <summary>Keeps the generation of the hours bank that serves, exactly once: what it writes commits with its checkpoint.</summary>
internal sealed class HoursSubscriber(HoursProjection projection) : IFeedSubscriber
{
    internal const string Checkpoint = "monitoring.hours-bank:All";

    public string Name => Checkpoint;

    public IReadOnlyCollection<Type>? Types => projection.Types;

    public bool ReadsPersonal => projection.ReadsPersonal;

    public async Task HandleAsync(FeedBatch batch, CancellationToken ct) =>
        await projection.ApplyAsync(
            batch.Connection,
            await Generations.ServingAsync(batch.Connection, projection.Name, ct),
            batch.Events,
            ct
        );
}
