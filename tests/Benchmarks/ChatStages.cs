using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace WebcareHub.Benchmarks;

/// <summary>
/// Where the time between a visitor's post and the work list went, from the moments that the message itself carries: when it got its place in the
/// chat, when it was handed to the broker (the delivery's id tells), when Routing took up the batch it was in.
/// </summary>
internal static class ChatStages
{
    internal static async Task<Table> TableAsync(BenchSystem system, ChatTalk talk, ChatVisitors visitors)
    {
        TimeSpan ahead = TimeSpan.FromSeconds(await system.CountAsync("select offset_seconds from hub.clock"));
        List<Moments> all = [];
        await foreach ((string delivery, DateTimeOffset placed, DateTimeOffset taken) in ReadAsync(system))
        {
            if (talk.Accepted.TryGetValue(delivery, out ChatTalk.Said? said) && talk.Seen.TryGetValue(delivery, out long seen))
            {
                DateTimeOffset listed = said.At + Stopwatch.GetElapsedTime(said.Began, seen);
                DateTimeOffset handed = HandedAt(delivery);
                DateTimeOffset? heard = visitors.Heard.TryGetValue(said.Id, out DateTimeOffset back) ? back : null;
                all.Add(new(said.At, placed - ahead, handed - ahead, said.Answered, taken - ahead, listed, heard));
            }
        }

        return Written(all);
    }

    private sealed record Moments(
        DateTimeOffset Said,
        DateTimeOffset Placed,
        DateTimeOffset Handed,
        DateTimeOffset Answered,
        DateTimeOffset Taken,
        DateTimeOffset Listed,
        DateTimeOffset? Heard
    );

    private static Table Written(List<Moments> all)
    {
        Table table = new("Where the time went", "stage", "p50 ms", "p99 ms");
        Row("post → its place in the chat (socket, visit held)", one => one.Placed - one.Said);
        Row("→ kept there (commit), handed to the broker", one => one.Handed - one.Placed);
        Row("→ Routing takes up its batch (confirm, queue, collecting)", one => one.Taken - one.Handed);
        Row("→ visible in the work list (decided, committed, looked at)", one => one.Listed - one.Taken);
        Row("beside it: handed to the broker → 200 at the visitor", one => one.Answered - one.Handed);
        Row("beside it: post → back on the visitor's own line", one => one.Heard - one.Said);
        return table;

        void Row(string stage, Func<Moments, TimeSpan?> took)
        {
            double[] times = [.. all.Select(took).OfType<TimeSpan>().Select(time => time.TotalMilliseconds)];
            table.Row(stage, Percentiles.At(times, 0.5), Percentiles.At(times, 0.99));
        }
    }

    // The id of a delivery begins with the milliseconds since 1970.
    private static DateTimeOffset HandedAt(string delivery) =>
        DateTimeOffset.FromUnixTimeMilliseconds(
            long.Parse(delivery.Replace("-", "", StringComparison.Ordinal)[..12], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        );

    private static async IAsyncEnumerable<(string Delivery, DateTimeOffset Placed, DateTimeOffset Taken)> ReadAsync(BenchSystem system)
    {
        await using NpgsqlCommand command = system.Source.CreateCommand(
            """
            select data->>'DeliveryId', (data->>'SentAt')::timestamptz, (data->>'At')::timestamptz
            from events.mt_events where type = 'message_received'
            """
        );
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            yield return (row.GetString(0), row.GetFieldValue<DateTimeOffset>(1), row.GetFieldValue<DateTimeOffset>(2));
        }
    }
}
