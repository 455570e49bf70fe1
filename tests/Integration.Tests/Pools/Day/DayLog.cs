using Npgsql;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Pools;
using WebcareHub.EventStore;
using WebcareHub.Integration.Tests.Routing;

namespace WebcareHub.Integration.Tests.Pools.Day;

/// <summary>What became of one question, by the log.</summary>
/// <param name="Helped">A colleague of another municipality answered it.</param>
internal sealed record Question(
    string Town,
    string? Topic,
    DateTimeOffset AskedAt,
    DateTimeOffset? DueAt,
    DateTimeOffset? AnsweredAt,
    bool WasOpen,
    bool Helped
);

/// <summary>The day as the log tells it, and nothing that the run itself kept.</summary>
/// <param name="MostHolders">The most colleagues that had one question at a time.</param>
/// <param name="GivenBack">Questions that somebody went home from.</param>
/// <param name="Opened">How often, by cause.</param>
/// <param name="Closed">How often, by why.</param>
internal sealed record DayLog(
    IReadOnlyList<Question> Questions,
    int MostHolders,
    int GivenBack,
    IReadOnlyDictionary<string, int> Opened,
    IReadOnlyDictionary<string, int> Closed,
    int WithoutReason,
    int StillOpen
)
{
    public static async Task<DayLog> ReadAsync(RoutingHub hub)
    {
        var streams = await StreamsAsync(hub);
        var all = streams.SelectMany(stream => stream).Select(recorded => recorded.Data).ToArray();
        var (opened, closed) = (all.OfType<OverflowOpened>().ToArray(), all.OfType<OverflowClosed>().ToArray());
        return new(
            [.. streams.Select(QuestionOf)],
            streams.Max(Holders),
            all.OfType<Released>().Count(),
            opened.CountBy(e => e.Cause).ToDictionary(),
            closed.CountBy(e => e.Cause).ToDictionary(),
            opened.Select(e => e.Reason).Concat(closed.Select(e => e.Reason)).Count(string.IsNullOrWhiteSpace),
            (int)await hub.CountAsync("routing.conversations where open_to <> '{}'")
        );
    }

    private static async Task<IReadOnlyList<IReadOnlyList<RecordedEvent>>> StreamsAsync(RoutingHub hub)
    {
        await using var session = await hub.Get<EventStore.EventStore>().OpenForTimerAsync(null, default);
        var keys = new List<StreamKey>();
        await using (var command = new NpgsqlCommand("select tenant_id, id from routing.conversations", session.Connection))
        await using (var row = await command.ExecuteReaderAsync())
            while (await row.ReadAsync())
                keys.Add(WebcareHub.Routing.Conversations.Streams.Conversation(row.GetString(0), row.GetGuid(1)));
        return [.. (await session.ReadManyAsync(keys, default)).Values];
    }

    private static Question QuestionOf(IReadOnlyList<RecordedEvent> stream)
    {
        var events = stream.Select(recorded => recorded.Data).ToArray();
        var claimed = events.OfType<Claimed>().LastOrDefault();
        return new(
            stream[0].Stream.Tenant,
            events.OfType<QuestionRecognised>().First().Topic,
            stream[0].Timestamp,
            events.OfType<Queued>().First().DueAt,
            events.OfType<ReplyRequested>().FirstOrDefault(reply => !reply.Automatic)?.At,
            events.OfType<OverflowOpened>().Any(),
            claimed?.Pool is not null
        );
    }

    /// <summary>Taken and not yet given back, answered or closed to whoever helped.</summary>
    private static int Holders(IReadOnlyList<RecordedEvent> stream)
    {
        var (most, holders) = (0, new HashSet<string>());
        foreach (var recorded in stream)
        {
            switch (recorded.Data)
            {
                case Claimed claimed:
                    holders.Add(claimed.By.Id);
                    break;
                case Released released:
                    holders.Remove(released.By.Id);
                    break;
                case Resolved:
                    holders.Clear();
                    break;
            }
            most = Math.Max(most, holders.Count);
        }
        return most;
    }
}
