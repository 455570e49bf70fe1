using System.Diagnostics;
using WebcareHub.Testing;

namespace WebcareHub.Benchmarks;

/// <summary>
/// A region writes a thousand messages a minute while the rest of the country writes as always: what the others notice of it, in slices of one run
/// with and without; what comes after it; and five thousand a minute from the whole country. Messages a minute are never fewer than asked.
/// </summary>
internal static class BurstBench
{
    private const string Region = "Fryslân";
    private const double Others = 20;
    private const double Peak = 1_000 / 60.0;
    private const double Nation = 5_000 / 60.0;

    // The hours after the peak bring 150 a minute. They are played this many times as fast: as many messages, in less time, so a heavier load.
    private const double HoursAtATime = 16;
    private const double Wane = HoursAtATime * 150 / 60;
    private static readonly TimeSpan Begin = TimeSpan.FromSeconds(5);

    internal static async Task<Table> RunAsync(bool full)
    {
        Lengths lengths = full ? Lengths.Full : Lengths.Short;
        Table table = new(
            $"Burst: {lengths.Rounds} times {lengths.Slice.TotalSeconds:0} s without and with, everything on this machine",
            "messages",
            "a minute",
            "count",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "lost",
            "double",
            "out of order"
        );
        await using BenchSystem system = await BenchSystem.CreateAsync();
        await system.PublishBlueprintAsync();
        await system.StartAsync("Routing");
        ServiceProcess ingest = await system.StartAsync("Ingest.WhatsApp");
        await system.RegisterAsync(BurstTraffic.Municipalities);
        await using BurstTraffic traffic = await BurstTraffic.StartAsync(system, ingest, Region);
        await traffic.RunAsync(BurstTraffic.Everybody, 2_000, Nation);
        await traffic.SettleAsync();
        await OneRegionAsync(table, traffic, lengths);
        await NationAsync(table, traffic, lengths);
        return table
            .Note(
                $"Others: every municipality outside {Region}, {60 * Others:N0} a minute all the time. The {225 * 150:N0} messages of the hours after the peak"
                    + $" {(full ? "are all sent" : $"are cut to {lengths.After.TotalMinutes * 60 * Wane:N0}")}, {60 * Wane:N0} a minute instead of 150."
            )
            .Note("Latency from the start of the post to the message that another connection can see (looked at every 4 ms).")
            .Note(traffic.Used);
    }

    private static async Task OneRegionAsync(Table table, BurstTraffic traffic, Lengths lengths)
    {
        double seconds = (Begin + 2 * lengths.Rounds * lengths.Slice + lengths.After).TotalSeconds;
        Stopwatch watch = Stopwatch.StartNew();
        Task<Sent> background = traffic.RunAsync(BurstTraffic.Rest, (int)(Others * seconds), Others);
        await Task.Delay(Begin);
        long measured = Stopwatch.GetTimestamp();
        List<Sent> bursts = [];
        for (int round = 0; round < lengths.Rounds; round++)
        {
            await Task.Delay(Begin + (2 * round + 1) * lengths.Slice - watch.Elapsed);
            bursts.Add(await traffic.RunAsync(BurstTraffic.InRegion, (int)(Peak * lengths.Slice.TotalSeconds), Peak));
        }

        Sent wane = await traffic.RunAsync(BurstTraffic.InRegion, (int)(Wane * lengths.After.TotalSeconds), Wane);
        Sent others = await background;
        await traffic.SettleAsync();
        double[] without = traffic.Latencies(
            others.During((began, ended) => began >= measured && !bursts.Append(wane).Any(burst => burst.Overlaps(began, ended)))
        );
        double[] with = traffic.Latencies(others.During((began, ended) => bursts.Any(burst => burst.Overlaps(began, ended))));
        double[] after = traffic.Latencies(others.During(wane.Overlaps));
        Row(table, "others, without", 60 * Others, without, null);
        Row(table, "others, during the burst", 60 * Others, with, null);
        Row(table, "others, after it", 60 * Others, after, null);
        Row(table, "the region, burst", 60 * Peak, traffic.Latencies([.. bursts.SelectMany(burst => burst.Posts)]), null);
        Row(table, "the region, after it", 60 * Wane, traffic.Latencies(wane.Posts), null);
        Row(table, "all of these", "", traffic.Latencies(traffic.All), await traffic.CheckAsync());
        table.Note(
            $"p95 of the others during the burst: {Percentiles.At(with, 0.95) / Percentiles.At(without, 0.95):0.00} × without; asked is at most 1.10."
        );
    }

    private static async Task NationAsync(Table table, BurstTraffic traffic, Lengths lengths)
    {
        Sent nation = await traffic.RunAsync(BurstTraffic.Everybody, (int)(Nation * lengths.Nation.TotalSeconds), Nation);
        await traffic.SettleAsync();
        double[] latencies = traffic.Latencies(nation.Posts);
        Row(table, "the whole country", 60 * Nation, latencies, await traffic.CheckAsync());
    }

    private static void Row(Table table, string who, object rate, double[] latencies, Faults? faults) =>
        table.Row(
            who,
            rate,
            latencies.Length,
            Percentiles.At(latencies, 0.5),
            Percentiles.At(latencies, 0.95),
            Percentiles.At(latencies, 0.99),
            faults is null ? "" : faults.Lost,
            faults is null ? "" : faults.Double,
            faults is null ? "" : faults.OutOfOrder
        );

    /// <param name="Slice">Of without, and of with.</param>
    /// <param name="After">How long the hours after the peak take here.</param>
    private sealed record Lengths(int Rounds, TimeSpan Slice, TimeSpan After, TimeSpan Nation)
    {
        internal static readonly Lengths Short = new(3, TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(45));

        internal static readonly Lengths Full = new(
            3,
            TimeSpan.FromMinutes(5),
            TimeSpan.FromMinutes(225 / HoursAtATime),
            TimeSpan.FromMinutes(15)
        );
    }
}
