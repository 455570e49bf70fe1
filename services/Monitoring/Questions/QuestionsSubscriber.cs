using WebcareHub.EventStore;
using WebcareHub.Monitoring.Projections;

namespace WebcareHub.Monitoring.Questions;

/// <summary>Keeps the generation that serves, exactly once: what it writes commits with its checkpoint.</summary>
internal sealed class QuestionsSubscriber(Projection projection) : IFeedSubscriber
{
    internal const string Checkpoint = "monitoring.questions:All";

    public string Name => Checkpoint;

    public IReadOnlyCollection<Type>? Types => projection.Types;

    public bool ReadsPersonal => false;

    // The checkpoint's row is held by now: no other generation can begin to serve in between.
    public async Task HandleAsync(FeedBatch batch, CancellationToken ct) =>
        await projection.ApplyAsync(
            batch.Connection,
            await Generations.ServingAsync(batch.Connection, projection.Name, ct),
            batch.Events,
            ct
        );
}
