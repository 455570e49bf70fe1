using Npgsql;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;

namespace WebcareHub.Routing.Counting;

/// <summary>Counts messages per municipality, channel, topic and hour.</summary>
internal sealed class HourlyCounting : IFeedSubscriber
{
    public string Name => "routing.hourly-counts:All";

    public IReadOnlyCollection<Type>? Types { get; } = [typeof(QuestionRecognised)];

    public async Task HandleAsync(FeedBatch batch, CancellationToken ct)
    {
        var decisions = batch.Events.Where(recorded => recorded.Data is QuestionRecognised).ToArray();
        await using var command = new NpgsqlCommand(
            """
            insert into routing.hourly_counts as h (tenant_id, channel, topic, hour, messages)
            select c.tenant_id, c.channel, u.topic, date_trunc('hour', u.at), count(*)
            from unnest($1::uuid[], $2::varchar[], $3::timestamptz[]) as u (id, topic, at) join routing.conversations c on c.id = u.id
            group by 1, 2, 3, 4 order by 1, 4, 2, 3
            on conflict (tenant_id, hour, channel, topic) do update set messages = h.messages + excluded.messages
            """,
            batch.Connection
        )
        {
            Parameters =
            {
                new() { Value = decisions.Select(recorded => Streams.ConversationId(recorded.Stream) ?? Guid.Empty).ToArray() },
                new() { Value = decisions.Select(recorded => ((QuestionRecognised)recorded.Data).Topic ?? "").ToArray() },
                new() { Value = decisions.Select(recorded => ((QuestionRecognised)recorded.Data).At.ToUniversalTime()).ToArray() },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}
