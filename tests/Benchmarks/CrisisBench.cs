using System.Collections.Concurrent;
using System.Diagnostics;
using WebcareHub.Testing;

namespace WebcareHub.Benchmarks;

/// <summary>
/// A crisis over the whole country is switched on and off while messages flow over two nodes of Routing: how long until the last message that
/// was decided the old way, and what it does to the latency that a colleague would see.
/// </summary>
internal static class CrisisBench
{
    private const int Municipalities = 10;
    private const int Rate = 500;
    private const int WarmUp = 5_000;
    private const int ResidentsEach = WarmUp / Municipalities;
    private const int Rounds = 2;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(2);

    internal static async Task<Table> RunAsync()
    {
        Table table = new(
            $"Crisis: {Municipalities} municipalities, {Rate} messages/s over two nodes of Routing, switched on or off every {2 * Window.TotalSeconds} s, everything on this machine",
            "switch",
            "p50 before",
            "p99 before",
            "p50 after",
            "p99 after",
            "old until ms",
            "mixed"
        );
        await RunAsync(table);
        return table.Note(
            $"Latency in ms from the start of the post to the message that another connection can see (looked at every 4 ms), of those posted within {Window.TotalSeconds} s before (the reference) and after each switch. Old until: when the last message decided by the epoch before it was seen, after its commit; asked is 1,000."
        );
    }

    private static async Task RunAsync(Table table)
    {
        await using BenchSystem system = await BenchSystem.CreateAsync();
        await system.PublishBlueprintAsync();
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
        await FlowAsync(table, system, new Load(ingest.Address, webhooks.Post, 64));
    }

    private static async Task FlowAsync(Table table, BenchSystem system, Load load)
    {
        using CrisisSwitches crisis = new(system);
        ConcurrentDictionary<string, long> seen = new();
        long last = await system.CountAsync("select coalesce(max(seq_id), 0) from events.mt_events");
        using CancellationTokenSource stop = new();
        ProcessorUse use = await ProcessorUse.BeginAsync(system);
        Task watching = PathBench.WatchAsync(system, TimeSpan.FromMilliseconds(4), last, seen, stop.Token);
        Stopwatch watch = Stopwatch.StartNew();
        Task flowing = load.RunAsync((int)(Rate * (Step + 4 * Rounds * Window).TotalSeconds), Rate);
        List<Switched> switches = [];
        while (switches.Count < 2 * Rounds)
        {
            await Task.Delay(Step + (1 + 2 * switches.Count) * Window - watch.Elapsed);
            switches.Add(switches.Count % 2 == 0 ? await crisis.OnAsync() : await crisis.OffAsync());
        }

        await flowing;
        await Eventually.Async(() => load.Accepted.Keys.All(seen.ContainsKey), "every message in the work list");
        string used = use.Sentence();
        await stop.CancelAsync();
        await watching;
        foreach (Switched each in switches)
        {
            await RowAsync(table, system, each, load, seen);
        }

        table.Note(used);
    }

    private static async Task RowAsync(Table table, BenchSystem system, Switched each, Load load, ConcurrentDictionary<string, long> seen)
    {
        double[] before = Latencies(-Window, TimeSpan.Zero);
        double[] after = Latencies(TimeSpan.Zero, Window);
        long late = (await each.DecidedBeforeAsync(system)).Max(delivery => seen.GetValueOrDefault(delivery));
        table.Row(
            each.Scenario.Length > 0 ? "on" : "off",
            Percentiles.At(before, 0.5),
            Percentiles.At(before, 0.99),
            Percentiles.At(after, 0.5),
            Percentiles.At(after, 0.99),
            Math.Max(0, Stopwatch.GetElapsedTime(each.Committed, late).TotalMilliseconds),
            await each.MixedAsync(system)
        );

        double[] Latencies(TimeSpan from, TimeSpan to) =>
            [
                .. load
                    .Accepted.Where(post => Stopwatch.GetElapsedTime(each.Began, post.Value) is var at && at >= from && at < to)
                    .Select(post => Stopwatch.GetElapsedTime(post.Value, seen[post.Key]).TotalMilliseconds),
            ];
    }
}
