using Npgsql;
using WebcareHub.Contracts.Crises;
using WebcareHub.EventStore;

namespace WebcareHub.Crisis.Following;

/// <summary>Keeps <c>crisis.facts</c>: the crises that were declared, as their events tell.</summary>
internal sealed class FollowCrises : IFeedSubscriber
{
    public string Name => "crisis.facts:All";

    public IReadOnlyCollection<Type>? Types { get; } =
    [
        typeof(CrisisDeclared),
        typeof(NationalScopeConfirmed),
        typeof(NationalScopeFellBack),
        typeof(PhaseChanged),
        typeof(CrisisEnded),
        typeof(NextUpdateSet),
        typeof(GripTold),
    ];

    public async Task HandleAsync(FeedBatch batch, CancellationToken ct)
    {
        foreach (var stream in batch.Events.GroupBy(recorded => recorded.Stream))
        {
            var before = await FactsRow.FindAsync(batch.Connection, stream.Key.Key, ct);
            if (stream.Aggregate(before, (crisis, recorded) => CrisisFacts.Evolve(crisis, recorded.Data)) is not { } after)
                continue;
            await using var write = new NpgsqlBatch(batch.Connection)
            {
                BatchCommands = { FactsRow.Write(stream.Key.Tenant, stream.Key.Key, after, stream.Max(recorded => recorded.Version)) },
            };
            await write.ExecuteNonQueryAsync(ct);
        }
    }
}
