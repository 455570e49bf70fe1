using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using WebcareHub.Testing;

namespace WebcareHub.Benchmarks;

/// <summary>
/// The whole path: signed webhooks over many municipalities until each message stands in the work list. Once as fast as it goes, once at
/// 500 a second for the latency a colleague would see; the same with three municipalities.
/// </summary>
internal static class PathBench
{
    private static readonly int _posts = int.Parse(
        Environment.GetEnvironmentVariable("WEBCARE_BENCH_POSTS") ?? "40000",
        CultureInfo.InvariantCulture
    );
    private const int SteadySeconds = 15;

    internal static async Task<Table> RunAsync()
    {
        var table = new Table(
            "Path: webhook to work list, Ingest and Routing as processes, everything on this machine",
            "load",
            "messages/s",
            "p50 ms",
            "p99 ms",
            "lost",
            "double",
            "CPU µs/message"
        );
        foreach (int municipalities in new[] { 342, 3 })
        {
            await RunAsync(table, municipalities);
        }

        return table.Note(
            "CPU is that of Ingest and Routing. Latency runs from the start of the post to the message that another connection can see (looked at every 4 ms at 500/s, every 100 ms flat out)."
        );
    }

    private static async Task RunAsync(Table table, int municipalities)
    {
        await using BenchSystem system = await BenchSystem.CreateAsync();
        await system.PublishBlueprintAsync();
        ServiceProcess routing = await system.StartAsync("Routing");
        ServiceProcess ingest = await system.StartAsync("Ingest.WhatsApp");
        await system.RegisterAsync(municipalities);

        var webhooks = new Webhooks(municipalities, system.Secret);
        await MeasureAsync(system, webhooks, ingest, 5_000, 0);
        TimeSpan before = ingest.Processor + routing.Processor;
        Outcome flat = await MeasureAsync(system, webhooks, ingest, _posts, 0);
        double cpu = (ingest.Processor + routing.Processor - before).TotalMicroseconds / _posts;
        table.Row($"{municipalities} municipalities, flat out", flat.Rate, flat.At(0.5), flat.At(0.99), flat.Lost, flat.Double, cpu);
        Outcome steady = await MeasureAsync(system, webhooks, ingest, 500 * SteadySeconds, 500);
        table.Row($"{municipalities} municipalities, 500/s", steady.Rate, steady.At(0.5), steady.At(0.99), steady.Lost, steady.Double, "");
        table.Note(
            $"{municipalities} municipalities: peak memory Ingest {ingest.PeakMemory / 1_048_576} MB, Routing {routing.PeakMemory / 1_048_576} MB."
        );
    }

    internal static async Task<Outcome> MeasureAsync(BenchSystem system, Webhooks webhooks, ServiceProcess ingest, int posts, double rate)
    {
        long before = await system.CountAsync("select count(*) from events.mt_events where type = 'message_received'");
        long last = await system.CountAsync("select coalesce(max(seq_id), 0) from events.mt_events");
        var load = new Load(ingest.Address, webhooks.Post, 64);
        var seen = new ConcurrentDictionary<string, long>();
        using CancellationTokenSource stop = new();
        Stopwatch watch = Stopwatch.StartNew();
        Task watching = WatchAsync(system, TimeSpan.FromMilliseconds(rate > 0 ? 4 : 100), last, seen, stop.Token);
        await load.RunAsync(posts, rate);
        while (seen.Count < load.Accepted.Count && watch.Elapsed < TimeSpan.FromSeconds(posts / 200.0 + 60))
        {
            await Task.Delay(10);
        }

        double seconds = watch.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        await watching;
        long stored = await system.CountAsync("select count(*) from events.mt_events where type = 'message_received'") - before;
        double[] latencies =
        [
            .. load
                .Accepted.Where(post => seen.ContainsKey(post.Key))
                .Select(post => Stopwatch.GetElapsedTime(post.Value, seen[post.Key]).TotalMilliseconds),
        ];
        return new Outcome(
            latencies.Length / seconds,
            latencies,
            load.Accepted.Count - latencies.Length,
            Math.Max(0, stored - load.Accepted.Count)
        );
    }

    /// <summary>
    /// Looks which posts have their message in the log, as a second connection sees it. It looks back a second to meet late commits, and over
    /// everything when nothing new was found for a second: a transaction may take longer than that on a full machine.
    /// </summary>
    internal static async Task WatchAsync(
        BenchSystem system,
        TimeSpan pause,
        long begin,
        ConcurrentDictionary<string, long> seen,
        CancellationToken ct
    )
    {
        await using NpgsqlConnection connection = await system.Source.OpenConnectionAsync(CancellationToken.None);
        Queue<(long Ticks, long Sequence)> looks = [];
        (long from, long highest, long news) = (begin, begin, Stopwatch.GetTimestamp());
        while (!ct.IsCancellationRequested)
        {
            int known = seen.Count;
            highest = Math.Max(highest, await LookAsync(connection, from, seen));
            long now = Stopwatch.GetTimestamp();
            news = seen.Count > known ? now : news;
            looks.Enqueue((now, highest));
            while (looks.TryPeek(out var look) && Stopwatch.GetElapsedTime(look.Ticks, now) > TimeSpan.FromSeconds(1))
            {
                from = looks.Dequeue().Sequence;
            }

            if (Stopwatch.GetElapsedTime(news, now) > TimeSpan.FromSeconds(1))
            {
                (from, news) = (begin, now);
            }

            await Task.Delay(pause, CancellationToken.None);
        }
    }

    /// <summary>Notes what is seen for the first time; the highest number there is.</summary>
    private static async Task<long> LookAsync(NpgsqlConnection connection, long from, ConcurrentDictionary<string, long> seen)
    {
        await using NpgsqlCommand command = new(
            "select data->>'DeliveryId', seq_id from events.mt_events where seq_id > $1 and type = 'message_received'",
            connection
        );
        command.Parameters.Add(new NpgsqlParameter { Value = from });
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(CancellationToken.None);
        long now = Stopwatch.GetTimestamp();
        long highest = from;
        while (await reader.ReadAsync(CancellationToken.None))
        {
            seen.TryAdd(reader.GetString(0), now);
            highest = Math.Max(highest, reader.GetInt64(1));
        }

        return highest;
    }

    internal sealed record Outcome(double Rate, double[] Latencies, long Lost, long Double)
    {
        internal double At(double share) => Percentiles.At(Latencies, share);
    }
}
