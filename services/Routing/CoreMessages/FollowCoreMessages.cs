using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Crises;
using WebcareHub.EventStore;

namespace WebcareHub.Routing.CoreMessages;

/// <summary>Keeps what each municipality says in a crisis, and which answers told it, in the order of the log.</summary>
internal sealed class FollowCoreMessages : IFeedSubscriber
{
    public string Name => "routing.core-messages:All";

    public IReadOnlyCollection<Type>? Types { get; } =
    [
        typeof(CoreMessageIssued),
        typeof(CoreMessageReleased),
        typeof(CoreMessageLocalised),
        typeof(CoreMessageDeclined),
        typeof(CoreMessageWithdrawn),
        typeof(ReplyRequested),
        typeof(ReplySent),
        typeof(ReplyDelivered),
        typeof(ReplyRead),
        typeof(ReplyFailed),
        typeof(ReplyUncertain),
    ];

    public async Task HandleAsync(FeedBatch batch, CancellationToken ct)
    {
        await using var writing = new NpgsqlBatch(batch.Connection);
        foreach (var said in batch.Events.SelectMany(Said))
            writing.BatchCommands.Add(said);
        var told = batch
            .Events.Where(recorded => recorded.Data is ReplyRequested reply && CoreAnswerId.Of(reply.AnswerId) is not null)
            .ToList();
        if (told.Count > 0)
            writing.BatchCommands.Add(CoreMessageRows.Told(told));
        var reached = batch.Events.Select(Reached).OfType<(Guid Reply, DeliveryState State)>().ToList();
        if (reached.Count > 0)
            writing.BatchCommands.Add(CoreMessageRows.Reached(reached));
        if (writing.BatchCommands.Count == 0)
            return;
        if (told.Count > 0 || reached.Count > 0)
            writing.BatchCommands.Add(
                CoreMessageRows.Count([.. told.Select(each => ((ReplyRequested)each.Data).ReplyId), .. reached.Select(each => each.Reply)])
            );
        await writing.ExecuteNonQueryAsync(ct);
    }

    private static IEnumerable<NpgsqlBatchCommand> Said(RecordedEvent recorded)
    {
        var layer = recorded.Stream.Tenant;
        return recorded.Data switch
        {
            CoreMessageIssued e => [CoreMessageRows.Layer(layer, e.MessageId), CoreMessageRows.Outdate(e.MessageId, e.Version)],
            CoreMessageReleased e => [CoreMessageRows.Say(TenantOf(layer, e.Municipality), layer, e)],
            CoreMessageLocalised e => [CoreMessageRows.Say(TenantOf(layer, e.Municipality), layer, Same(e))],
            CoreMessageDeclined e => [CoreMessageRows.Unsay(TenantOf(layer, e.Municipality), e.MessageId)],
            CoreMessageWithdrawn e => [CoreMessageRows.Withdraw(e.MessageId)],
            _ => [],
        };
    }

    private static (Guid Reply, DeliveryState State)? Reached(RecordedEvent recorded) =>
        recorded.Data switch
        {
            ReplySent e => (e.ReplyId, DeliveryState.Sent),
            ReplyDelivered e => (e.ReplyId, DeliveryState.Delivered),
            ReplyRead e => (e.ReplyId, DeliveryState.Read),
            ReplyFailed e => (e.ReplyId, DeliveryState.Failed),
            ReplyUncertain e => (e.ReplyId, DeliveryState.Uncertain),
            _ => null,
        };

    /// <summary>What is said in an exercise is said in the exercise's own tenant.</summary>
    private static string TenantOf(string layer, string municipality) => Exercise.Is(layer) ? Exercise.Of(municipality) : municipality;

    private static CoreMessageReleased Same(CoreMessageLocalised e) =>
        new(e.MessageId, e.Version, e.Municipality, e.Title, e.Text, e.ValidFrom, e.ValidUntil, e.StandOf, e.By, e.At);
}
