using WebcareHub.EventStore;
using WebcareHub.Monitoring.Projections;
using WebcareHub.Rulebooks;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Counting;

/// <summary>Keeps the generation of the environment analyses that serves. Without a crisis no message is opened for it.</summary>
internal sealed class CountMessages(EnvironmentProjection projection, Rulebook rulebook, TimeProvider time) : IFeedSubscriber
{
    internal const string Checkpoint = "monitoring.environment-analyses:All";

    private readonly Counter _counter = new(rulebook);

    public string Name => Checkpoint;

    public IReadOnlyCollection<Type>? Types => projection.Types;

    public IReadOnlyCollection<Type>? Waking => _counter.Rests(time.GetUtcNow()) ? EnvironmentProjection.Waking : null;

    // The checkpoint's row is held by now: no other generation can begin to serve in between.
    public async Task HandleAsync(FeedBatch batch, CancellationToken ct) =>
        await _counter.CountAsync(
            new(batch.Connection, await Generations.ServingAsync(batch.Connection, projection.Name, ct), batch.Events),
            ct
        );
}
