using Npgsql;
using WebcareHub.Contracts.Crises;
using WebcareHub.EventStore;

namespace WebcareHub.Crisis.Logbook;

/// <summary>Keeps <c>crisis.answers</c>: which answers to many belong to which crisis.</summary>
internal sealed class FollowAnswers : IFeedSubscriber
{
    public string Name => "crisis.answers:All";

    public IReadOnlyCollection<Type>? Types { get; } = [typeof(AnswerToManyApproved)];

    public async Task HandleAsync(FeedBatch batch, CancellationToken ct)
    {
        await using var write = new NpgsqlBatch(batch.Connection);
        foreach (var recorded in batch.Events)
            if (recorded.Data is AnswerToManyApproved { CrisisId: { } crisis } approved)
                write.BatchCommands.Add(
                    new NpgsqlBatchCommand(
                        "insert into crisis.answers (tenant_id, id, crisis_id) values ($1, $2, $3) on conflict (id) do nothing"
                    )
                    {
                        Parameters =
                        {
                            new() { Value = recorded.Stream.Tenant },
                            new() { Value = approved.Id },
                            new() { Value = crisis },
                        },
                    }
                );
        if (write.BatchCommands.Count > 0)
            await write.ExecuteNonQueryAsync(ct);
    }
}
