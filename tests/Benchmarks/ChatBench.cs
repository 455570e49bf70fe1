using System.Diagnostics;
using System.Globalization;
using WebcareHub.Testing;

namespace WebcareHub.Benchmarks;

/// <summary>Open chat windows, each with a message a minute: from the start of the post until the message stands where colleagues see it.</summary>
internal static class ChatBench
{
    private static readonly int _visitors = int.Parse(
        Environment.GetEnvironmentVariable("WEBCARE_BENCH_VISITORS") ?? "5000",
        CultureInfo.InvariantCulture
    );
    private const int Seconds = 60;

    internal static async Task<Table> RunAsync()
    {
        var table = new Table(
            "Chat: open windows with a message a minute each, Ingest.Chat and Routing as processes, everything on this machine",
            "load",
            "messages/s",
            "p50 ms",
            "p99 ms",
            "lost",
            "double",
            "KB/connection",
            "CPU µs/message"
        );
        await RunAsync(table);
        return table;
    }

    private static async Task RunAsync(Table table)
    {
        await using BenchSystem system = await BenchSystem.CreateAsync();
        await system.PublishBlueprintAsync();
        await system.StartAsync("Routing");
        ServiceProcess chat = await system.StartAsync("Ingest.Chat", ("Chat__PeoplePerAddress", "100000"));
        await system.AddChatAsync(ChatVisitors.Website);

        using SocketsHttpHandler handler = new() { MaxConnectionsPerServer = 2 * _visitors };
        using HttpClient http = new(handler) { BaseAddress = chat.Address, Timeout = Timeout.InfiniteTimeSpan };
        using CancellationTokenSource stop = new();
        ChatVisitors visitors = new(http, _visitors);
        // A few first, so that what every process needs once is not counted as a connection's.
        await visitors.OpenAsync(50, stop.Token);
        long before = chat.PeakMemory;
        IReadOnlyList<string> tokens = await visitors.OpenAsync(_visitors, stop.Token);
        long memory = (chat.PeakMemory - before) / _visitors / 1024;

        await new ChatTalk(system, http, tokens).RunAsync(_visitors / 12, TimeSpan.FromSeconds(5));
        await MeasureAsync(table, system, visitors, new ChatTalk(system, http, tokens), memory);
        await stop.CancelAsync();
    }

    private static async Task MeasureAsync(Table table, BenchSystem system, ChatVisitors visitors, ChatTalk talk, long memory)
    {
        long stored = await StoredAsync(system);
        int heard = visitors.Heard.Count;
        TimeSpan busy = Busy(system);
        ProcessorUse use = await ProcessorUse.BeginAsync(system);
        double seconds = await talk.RunAsync(_visitors, TimeSpan.FromSeconds(Seconds));
        string used = use.Sentence();
        double cpu = (Busy(system) - busy).TotalMicroseconds / Math.Max(1, talk.Accepted.Count);
        double[] latencies =
        [
            .. talk
                .Accepted.Where(one => talk.Seen.ContainsKey(one.Key))
                .Select(one => Stopwatch.GetElapsedTime(one.Value.Began, talk.Seen[one.Key]).TotalMilliseconds),
        ];
        table.Row(
            $"{_visitors} connections",
            _visitors / seconds,
            Percentiles.At(latencies, 0.5),
            Percentiles.At(latencies, 0.99),
            _visitors - latencies.Length,
            Math.Max(0, await StoredAsync(system) - stored - _visitors),
            memory,
            cpu
        );
        string memories = string.Join(", ", system.Services.Select(one => $"{one.Name} {one.PeakMemory / 1_048_576} MB"));
        table.Note(
            $"Each message also comes back over the line it was said on: {visitors.Heard.Count - heard} did. Peak memory: {memories}."
        );
        table.Note($"{used} The load generator began its posts {Late(talk, 0.5)} ms late, p99 {Late(talk, 0.99)} ms.");
        table.Then(await ChatStages.TableAsync(system, talk, visitors));
    }

    private static string Late(ChatTalk talk, double share) =>
        Percentiles.At(talk.Late, share).ToString("0.0", CultureInfo.InvariantCulture);

    private static TimeSpan Busy(BenchSystem system) => system.Services.Aggregate(TimeSpan.Zero, (sum, service) => sum + service.Processor);

    private static Task<long> StoredAsync(BenchSystem system) =>
        system.CountAsync("select count(*) from events.mt_events where type = 'message_received'");
}
