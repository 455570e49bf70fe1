using System.Collections.Immutable;
using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;

namespace WebcareHub.Routing.Together;

/// <summary>Keeps beside each recipient how far their answer has got, from the same events the conversation goes by.</summary>
internal sealed class FollowDeliveries : IFeedSubscriber
{
    public string Name => "routing.answers-to-many:All";

    public IReadOnlyCollection<Type>? Types { get; } =
    [typeof(ReplySent), typeof(ReplyDelivered), typeof(ReplyRead), typeof(ReplyFailed), typeof(ReplyUncertain), typeof(ReplySettled)];

    public async Task HandleAsync(FeedBatch batch, CancellationToken ct)
    {
        var steps = batch.Events.Select(recorded => (Reply: ReplyOf(recorded.Data), recorded.Data)).ToArray();
        var answers = await TakeAsync(batch.Connection, [.. steps.Select(step => step.Reply).Distinct()], ct);
        if (answers.Count == 0)
            return;
        foreach (var (reply, step) in steps)
            if (answers.TryGetValue(reply, out var answer))
                answers[reply] = Follow(answer, step);
        await using var write = new NpgsqlBatch(batch.Connection);
        foreach (var (reply, answer) in answers)
            write.BatchCommands.Add(Write(reply, answer));
        await write.ExecuteNonQueryAsync(ct);
    }

    public static Answer Follow(Answer answer, object step) =>
        step switch
        {
            ReplySent e => answer.Reach(e.Part, e.Parts, DeliveryState.Sent, false),
            ReplyDelivered e => answer.Reach(e.Part, e.Parts, DeliveryState.Delivered, false),
            ReplyRead e => answer.Reach(e.Part, e.Parts, DeliveryState.Read, false),
            ReplyFailed e => answer.Reach(e.Part, e.Parts, DeliveryState.Failed, e.Retryable),
            ReplyUncertain e => answer.Reach(e.Part, e.Parts, DeliveryState.Uncertain, false),
            ReplySettled e => answer.Settle(e.Part, e.SendAgain),
            _ => answer,
        };

    private static Guid ReplyOf(object step) =>
        step switch
        {
            ReplySent e => e.ReplyId,
            ReplyDelivered e => e.ReplyId,
            ReplyRead e => e.ReplyId,
            ReplyFailed e => e.ReplyId,
            ReplyUncertain e => e.ReplyId,
            ReplySettled e => e.ReplyId,
            _ => Guid.Empty,
        };

    private static async Task<Dictionary<Guid, Answer>> TakeAsync(NpgsqlConnection connection, Guid[] replies, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select r.reply_id, r.parts from routing.answer_recipients r where r.reply_id = any ($1) order by r.reply_id for no key update",
            connection
        )
        {
            Parameters = { new() { Value = replies } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var answers = new Dictionary<Guid, Answer>();
        while (await row.ReadAsync(ct))
            answers[row.GetGuid(0)] = row.IsDBNull(1) ? Answer.Requested : Of(row.GetFieldValue<short[]>(1));
        return answers;
    }

    private static Answer Of(short[] parts) =>
        new(
            parts
                .Select((state, part) => KeyValuePair.Create(part, new Answer.Part((DeliveryState)state, false, false)))
                .ToImmutableSortedDictionary()
        );

    private static NpgsqlBatchCommand Write(Guid reply, Answer answer) =>
        new("update routing.answer_recipients set parts = $2, reached = $3 where reply_id = $1")
        {
            Parameters =
            {
                new() { Value = reply },
                new() { Value = answer.Parts.Values.Select(part => (short)part.State).ToArray() },
                new() { Value = (short)answer.State },
            },
        };
}
