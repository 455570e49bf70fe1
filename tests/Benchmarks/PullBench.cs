using System.Diagnostics;
using System.Globalization;
using WebcareHub.PlatformSimulator;
using WebcareHub.PlatformSimulator.Mastodon;
using WebcareHub.Testing;

namespace WebcareHub.Benchmarks;

/// <summary>
/// 300 accounts of one Mastodon server in one process, each with its stream, while the server allows one caller 300 calls in five minutes and a
/// resident writes to one of them each three seconds.
/// </summary>
internal static class PullBench
{
    private const int Accounts = 300;
    private static readonly int _seconds = int.Parse(
        Environment.GetEnvironmentVariable("WEBCARE_BENCH_PULL_SECONDS") ?? "900",
        CultureInfo.InvariantCulture
    );

    private static readonly string[] _heads =
    [
        "phase",
        "memory MB",
        "CPU s",
        "streams",
        "calls",
        "refused",
        "most in 5 min",
        "messages",
        "p50 ms",
        "p99 ms",
    ];

    internal static async Task<Table> RunAsync()
    {
        Table table = new("Pull: 300 Mastodon accounts at one server, Ingest.Social and Routing as processes", _heads);
        await using BenchSystem system = await BenchSystem.CreateAsync();
        await system.PublishBlueprintAsync();
        await using SimulatorHost simulator = await SimulatorHost.StartAsync();
        using MastodonClient network = new(simulator.Address, "overheid");
        // What is older than a day by the services' clock is not read from an account that is new.
        long ahead = await system.CountAsync("select offset_seconds from hub.clock");
        await network.Behave(new(HostCalls: 300, ClockOffsetSeconds: (int)ahead));
        await system.StartAsync("Routing");
        ServiceProcess ingest = await system.StartAsync("Ingest.Social");
        table.Row("before", Megabytes(ingest), ingest.Processor.TotalSeconds, 0, 0, 0, 0, 0, "", "");

        Stopwatch watch = Stopwatch.StartNew();
        await RegisterAsync(system, ingest, network);
        await Eventually.Async(network.Counts, counts => counts.Streams == Accounts, "a stream for every account", 1_200);
        await RowAsync(table, $"every stream after {watch.Elapsed.TotalSeconds:0} s", ingest, network, []);
        double[] latencies = await WriteAsync(system, network);
        await RowAsync(table, $"{_seconds} s of questions", ingest, network, latencies);
        return table.Note(
            "Latency runs from the post to the message in the work list, looked at every 50 ms. The server is in this process, not in the memory."
        );
    }

    private static async Task RegisterAsync(BenchSystem system, ServiceProcess ingest, MastodonClient network)
    {
        using HttpClient http = system.Operator(ingest);
        for (int number = 0; number < Accounts; number++)
        {
            string name = $"gemeente{number}";
            await network.AddAccount(new(name, $"token-{number}"));
            var account = new
            {
                Channel = "mastodon",
                App = "demo",
                Id = $"{name}@overheid",
                Municipality = "GM0088",
                AccessToken = $"token-{number}",
                Server = network.Address.ToString(),
            };
            HttpResponseMessage answer = await http.PostAsJsonAsync("api/v1/accounts", account);
            for (
                ;
                answer.StatusCode == System.Net.HttpStatusCode.TooManyRequests;
                answer = await http.PostAsJsonAsync("api/v1/accounts", account)
            )
            {
                await Task.Delay(500);
            }

            answer.EnsureSuccessStatusCode();
        }
    }

    private static async Task<double[]> WriteAsync(BenchSystem system, MastodonClient network)
    {
        const string Stored = "select count(*) from events.mt_events where type = 'message_received'";
        List<double> latencies = [];
        Stopwatch whole = Stopwatch.StartNew();
        for (int number = 0; whole.Elapsed < TimeSpan.FromSeconds(_seconds); number++)
        {
            long before = await system.CountAsync(Stored);
            Stopwatch watch = Stopwatch.StartNew();
            await network.Post(new($"jan{number}@elders.example", $"@gemeente{number * 7 % Accounts} Vraag {number}", "direct"));
            while (await system.CountAsync(Stored) == before && watch.Elapsed < TimeSpan.FromMinutes(2))
            {
                await Task.Delay(50);
            }

            latencies.Add(watch.Elapsed.TotalMilliseconds);
            await Task.Delay(TimeSpan.FromSeconds(Math.Max(0, 3 - watch.Elapsed.TotalSeconds)));
        }

        return [.. latencies];
    }

    private static async Task RowAsync(Table table, string phase, ServiceProcess ingest, MastodonClient network, double[] latencies)
    {
        MastodonCounts counts = await network.Counts();
        double[] sorted = [.. latencies.Order()];
        table.Row(
            phase,
            Megabytes(ingest),
            ingest.Processor.TotalSeconds,
            counts.Streams,
            counts.Calls,
            counts.Refused,
            counts.MostInFiveMinutes,
            sorted.Length,
            sorted.Length == 0 ? "" : sorted[sorted.Length / 2],
            sorted.Length == 0 ? "" : sorted[(int)(sorted.Length * 0.99)]
        );
    }

    private static long Megabytes(ServiceProcess process) => process.PeakMemory / 1_048_576;
}
