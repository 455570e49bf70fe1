using System.Collections.Concurrent;
using System.Diagnostics;
using WebcareHub.Testing;

namespace WebcareHub.Benchmarks;

/// <summary>
/// National releases while messages flow over two nodes of Routing: what a release does to the latency that a colleague would see, how long
/// until the last node had switched, and whether any message was decided by half a release.
/// </summary>
internal static class ReleaseBench
{
    private const int Municipalities = 10;
    private const int Rate = 500;
    private const int WarmUp = 5_000;

    // All have written before it begins. With fewer, messages of one resident wait for one another's transactions, which no release causes.
    private const int ResidentsEach = WarmUp / Municipalities;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(2);

    // What one round leaves behind is in the next one's window before it, as an ordinary day has it.
    private static readonly string[] Marks = ["twee", "drie", "vier"];

    internal static async Task<Table> RunAsync()
    {
        Table table = new(
            $"Release: {Municipalities} municipalities, {Rate} messages/s over two nodes of Routing, a national release every {2 * Window.TotalSeconds} s, everything on this machine",
            "release",
            "p50 before",
            "p99 before",
            "p50 after",
            "p99 after",
            "p99 ×",
            "p99 of first 2 s",
            "old until ms",
            "mixed"
        );
        await RunAsync(table);
        return table.Note(
            $"Latency in ms from the start of the post to the message that another connection can see (looked at every 4 ms), of those posted within {Window.TotalSeconds} s before and after each release. Old until: when the last message by the release before it was seen, after its commit; asked is 2,000."
        );
    }

    private static async Task RunAsync(Table table)
    {
        await using BenchSystem system = await BenchSystem.CreateAsync();
        await system.PublishBlueprintAsync();
        using NationalReleases national = new(system);
        await national.PublishAsync("een");
        await system.StartAsync("Routing");
        await system.StartAsync("Routing");
        ServiceProcess ingest = await system.StartAsync("Ingest.WhatsApp");
        await system.RegisterAsync(Municipalities);

        Webhooks webhooks = new(Municipalities, system.Secret, ResidentsEach);
        await new Load(ingest.Address, webhooks.Post, 64).RunAsync(WarmUp);
        await Eventually.Async(
            () => system.CountAsync("select count(*) from events.mt_events where type = 'message_received'"),
            stored => stored >= WarmUp,
            "what came first"
        );
        await FlowAsync(table, system, national, new Load(ingest.Address, webhooks.Post, 64));
    }

    private static async Task FlowAsync(Table table, BenchSystem system, NationalReleases national, Load load)
    {
        ConcurrentDictionary<string, long> seen = new();
        long last = await system.CountAsync("select coalesce(max(seq_id), 0) from events.mt_events");
        using CancellationTokenSource stop = new();
        ProcessorUse use = await ProcessorUse.BeginAsync(system);
        Task watching = PathBench.WatchAsync(system, TimeSpan.FromMilliseconds(4), last, seen, stop.Token);
        Stopwatch watch = Stopwatch.StartNew();
        // A start of its own, so that the first window is as quiet as the others.
        Task flowing = load.RunAsync((int)(Rate * (Step + 2 * Marks.Length * Window).TotalSeconds), Rate);
        List<MarkedInForce> releases = [];
        foreach (string mark in Marks)
        {
            await Task.Delay(Step + (1 + 2 * releases.Count) * Window - watch.Elapsed);
            releases.Add(await national.PublishAsync(mark));
        }

        await flowing;
        await Eventually.Async(() => load.Accepted.Keys.All(seen.ContainsKey), "every message in the work list");
        string used = use.Sentence();
        await stop.CancelAsync();
        await watching;
        foreach (MarkedInForce release in releases)
        {
            await RowAsync(table, system, release, load, seen);
        }

        table.Note(used);
    }

    private static async Task RowAsync(
        Table table,
        BenchSystem system,
        MarkedInForce release,
        Load load,
        ConcurrentDictionary<string, long> seen
    )
    {
        double[] before = Latencies(-Window, TimeSpan.Zero);
        double[] after = Latencies(TimeSpan.Zero, Window);
        double[] first = Latencies(TimeSpan.Zero, Step);
        long late = (await release.DecidedBeforeAsync(system)).Max(delivery => seen.GetValueOrDefault(delivery));
        table.Row(
            $"{release.Number}",
            Percentiles.At(before, 0.5),
            Percentiles.At(before, 0.99),
            Percentiles.At(after, 0.5),
            Percentiles.At(after, 0.99),
            Percentiles.At(after, 0.99) / Percentiles.At(before, 0.99),
            Percentiles.At(first, 0.99),
            Math.Max(0, Stopwatch.GetElapsedTime(release.Committed, late).TotalMilliseconds),
            await release.MixedAsync(system)
        );

        double[] Latencies(TimeSpan from, TimeSpan to) =>
            [
                .. load
                    .Accepted.Where(post => Stopwatch.GetElapsedTime(release.Began, post.Value) is var at && at >= from && at < to)
                    .Select(post => Stopwatch.GetElapsedTime(post.Value, seen[post.Key]).TotalMilliseconds),
            ];
    }
}
