using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;

namespace WebcareHub.Crisis.Rehearsing.Waves;

/// <summary>
/// A stretch of what came in at the caller's own municipality, as a wave: everybody is somebody else, and what names a person is taken out. What
/// was forgotten since is not there.
/// </summary>
internal static class RecordedPeriods
{
    private const int MostMessages = 5_000;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private const string Streams = """
        select distinct e.stream_id from events.mt_events e
        where e.tenant_id = $1 and e.type = 'message_received' and e.timestamp >= $2 and e.timestamp < $3 limit $4
        """;

    public static async Task<(string Title, Script Script)?> ReadAsync(
        EventSession session,
        (FoundExercise Exercise, Guid Seed) of,
        RecordedPeriod period,
        CancellationToken ct
    )
    {
        var home = of.Exercise.Standing.Person.Municipality;
        if (
            !of.Exercise.Municipalities.TryGetValue(home, out var name)
            || period.Until <= period.From
            || period.Until - period.From > Longest
        )
            return null;
        var streams = await StreamsAsync(session.Connection, home, period, ct);
        var lines = new List<RecordedLine>();
        foreach (var some in streams.Chunk(200))
        foreach (var (stream, events) in await session.ReadManyAsync([.. some.Select(key => new StreamKey(home, key))], ct))
            lines.AddRange(Lines(events, home, (streams.IndexOf(stream.Key), of.Seed), period));
        return lines.Count == 0
            ? null
            : (
                $"Berichten van {name}",
                new Script(
                    of.Seed,
                    new Dictionary<string, string> { [home] = name },
                    [],
                    new(0, 0, 0, 0),
                    new([], [], [], []),
                    [.. lines.OrderBy(line => line.After).Take(MostMessages)]
                )
            );
    }

    private static IEnumerable<RecordedLine> Lines(
        IReadOnlyList<RecordedEvent> events,
        string home,
        (int Resident, Guid Seed) who,
        RecordedPeriod period
    )
    {
        var channel = events.Select(recorded => recorded.Data).OfType<ConversationOpened>().FirstOrDefault()?.Channel;
        var messages = events.Select(recorded => recorded.Data).OfType<MessageReceived>().ToArray();
        var names = messages.Select(message => message.AuthorName).OfType<string>().Distinct().ToArray();
        return channel is null
            ? []
            : messages
                .Where(message => message.At >= period.From && message.At < period.Until && message.Text is { Length: > 0 })
                .Select(message => new RecordedLine(
                    message.At - period.From,
                    new(home, channel, who.Resident, Anonymous.Name(who.Seed, who.Resident), Anonymous.Text(message.Text!, names))
                ));
    }

    private static async Task<List<string>> StreamsAsync(
        NpgsqlConnection connection,
        string home,
        RecordedPeriod period,
        CancellationToken ct
    )
    {
        // The caller's own municipality is among the session's tenants: the wall shows no other's.
        await using var command = new NpgsqlCommand(Streams, connection)
        {
            Parameters =
            {
                new() { Value = home },
                new() { Value = period.From.ToUniversalTime() },
                new() { Value = period.Until.ToUniversalTime() },
                new() { Value = MostMessages },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var keys = new List<string>();
        while (await row.ReadAsync(ct))
            keys.Add(row.GetString(0));
        return keys;
    }
}
