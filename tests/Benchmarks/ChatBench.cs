using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
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
    internal const string Website = "https://www.voorbeeld.example";

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
        await using BenchSystem system = await BenchSystem.CreateAsync();
        await system.PublishBlueprintAsync();
        ServiceProcess routing = await system.StartAsync("Routing");
        ServiceProcess chat = await system.StartAsync("Ingest.Chat", ("Chat__PeoplePerAddress", "100000"));
        await system.AddChatAsync(Website);

        using SocketsHttpHandler handler = new() { MaxConnectionsPerServer = 2 * _visitors };
        using HttpClient http = new(handler) { BaseAddress = chat.Address, Timeout = Timeout.InfiniteTimeSpan };
        using CancellationTokenSource stop = new();
        // A few first, so that what every process needs once is not counted as a connection's.
        await OpenAsync(http, 50, stop.Token);
        long before = chat.PeakMemory;
        IReadOnlyList<string> tokens = await OpenAsync(http, _visitors, stop.Token);
        long memory = (chat.PeakMemory - before) / _visitors / 1024;

        await TalkAsync(system, http, tokens, TimeSpan.FromSeconds(5));
        await MeasureAsync(table, system, http, tokens, (chat, routing, memory));
        await stop.CancelAsync();
        return table;
    }

    private static async Task MeasureAsync(
        Table table,
        BenchSystem system,
        HttpClient http,
        IReadOnlyList<string> tokens,
        (ServiceProcess Chat, ServiceProcess Routing, long Memory) services
    )
    {
        var (chat, routing, memory) = services;
        TimeSpan busy = chat.Processor + routing.Processor;
        Outcome outcome = await TalkAsync(system, http, tokens, TimeSpan.FromSeconds(Seconds));
        double cpu = (chat.Processor + routing.Processor - busy).TotalMicroseconds / Math.Max(1, outcome.Said);
        table.Row(
            $"{_visitors} connections",
            outcome.Said / outcome.Seconds,
            Percentiles.At(outcome.Latencies, 0.5),
            Percentiles.At(outcome.Latencies, 0.99),
            outcome.Said - outcome.Latencies.Count,
            outcome.Double,
            memory,
            cpu
        );
        table.Note(
            $"Each message also comes back over the line it was said on: {outcome.Heard} did. Peak memory: Ingest.Chat {chat.PeakMemory / 1_048_576} MB, Routing {routing.PeakMemory / 1_048_576} MB. The load generator shares the machine."
        );
    }

    /// <summary>What visitors of a chat say, each in turn: who says too much at once is held back.</summary>
    internal static async Task<Func<int, string, HttpRequestMessage>> VisitorsAsync(ServiceProcess chat, int visitors)
    {
        using HttpClient http = new() { BaseAddress = chat.Address };
        ConcurrentBag<string> begun = [];
        await Parallel.ForAsync(
            0,
            visitors,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (_, token) =>
            {
                using HttpResponseMessage answer = await http.SendAsync(Request(HttpMethod.Post, "/visits", null), token);
                JsonElement visit = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(token);
                begun.Add(visit.GetProperty("token").GetString()!);
            }
        );
        string[] tokens = [.. begun];
        return (n, _) => Message(tokens[n % tokens.Length], n);
    }

    private static long _heard;

    /// <summary>Begins as many conversations and follows each.</summary>
    private static async Task<IReadOnlyList<string>> OpenAsync(HttpClient http, int visitors, CancellationToken ct)
    {
        ConcurrentBag<string> tokens = [];
        await Parallel.ForAsync(
            0,
            visitors,
            new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = ct },
            async (visitor, token) =>
            {
                using HttpResponseMessage begun = await http.SendAsync(Request(HttpMethod.Post, "/visits", null), token);
                JsonElement answer = await begun.Content.ReadFromJsonAsync<JsonElement>(token);
                string key = answer.GetProperty("token").GetString()!;
                HttpResponseMessage line = await http.SendAsync(
                    Request(HttpMethod.Get, "/items", key),
                    HttpCompletionOption.ResponseHeadersRead,
                    token
                );
                line.EnsureSuccessStatusCode();
                _ = HearAsync(line, ct);
                tokens.Add(key);
            }
        );
        return [.. tokens];
    }

    private static async Task HearAsync(HttpResponseMessage line, CancellationToken ct)
    {
        using (line)
        {
            using StreamReader reader = new(await line.Content.ReadAsStreamAsync(ct));
            try
            {
                while (await reader.ReadLineAsync(ct) is { } said)
                {
                    Interlocked.Add(ref _heard, said == "event: item" ? 1 : 0);
                }
            }
            catch (Exception end) when (ct.IsCancellationRequested || end is IOException)
            {
                // The bench is over.
            }
        }
    }

    /// <summary>Every visitor in turn, spread evenly over the time.</summary>
    private static async Task<Outcome> TalkAsync(BenchSystem system, HttpClient http, IReadOnlyList<string> tokens, TimeSpan time)
    {
        long stored = await system.CountAsync("select count(*) from events.mt_events where type = 'message_received'");
        long last = await system.CountAsync("select coalesce(max(seq_id), 0) from events.mt_events");
        long heard = Interlocked.Read(ref _heard);
        int messages = (int)(tokens.Count * time.TotalSeconds / Seconds);
        ConcurrentDictionary<string, long> said = new(),
            seen = new();
        using CancellationTokenSource stop = new();
        Task watching = PathBench.WatchAsync(system, TimeSpan.FromMilliseconds(4), last, seen, stop.Token);
        Stopwatch watch = Stopwatch.StartNew();
        await SayAllAsync(http, tokens, messages, time, said);
        double seconds = watch.Elapsed.TotalSeconds;
        while (seen.Count < said.Count && watch.Elapsed < time + TimeSpan.FromSeconds(30))
        {
            await Task.Delay(10);
        }

        await stop.CancelAsync();
        await watching;
        stored = await system.CountAsync("select count(*) from events.mt_events where type = 'message_received'") - stored;
        double[] latencies =
        [
            .. said.Where(one => seen.ContainsKey(one.Key))
                .Select(one => Stopwatch.GetElapsedTime(one.Value, seen[one.Key]).TotalMilliseconds),
        ];
        return new Outcome(messages, seconds, latencies, Math.Max(0, stored - messages), Interlocked.Read(ref _heard) - heard);
    }

    private static async Task SayAllAsync(
        HttpClient http,
        IReadOnlyList<string> tokens,
        int messages,
        TimeSpan time,
        ConcurrentDictionary<string, long> said
    )
    {
        Stopwatch watch = Stopwatch.StartNew();
        List<Task> posts = [];
        for (int n = 0; n < messages; n++)
        {
            TimeSpan early = (time * n / messages) - watch.Elapsed;
            if (early > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(early);
            }

            posts.Add(SayAsync(http, tokens[n % tokens.Count], n, said));
        }

        await Task.WhenAll(posts);
    }

    private static async Task SayAsync(HttpClient http, string token, int n, ConcurrentDictionary<string, long> said)
    {
        long began = Stopwatch.GetTimestamp();
        using HttpRequestMessage request = Message(token, n);
        using HttpResponseMessage answer = await http.SendAsync(request);
        if (answer.IsSuccessStatusCode && answer.Headers.TryGetValues("Delivery-Id", out IEnumerable<string>? ids))
        {
            said[ids.First()] = began;
        }
    }

    private static HttpRequestMessage Message(string token, int n)
    {
        HttpRequestMessage request = Request(HttpMethod.Post, "/messages", token);
        request.Content = JsonContent.Create(new { id = Guid.NewGuid(), text = $"{SampleTexts.Dutch[n % SampleTexts.Dutch.Count]} ({n})" });
        return request;
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string? token)
    {
        HttpRequestMessage request = new(method, $"/channels/chat/{BenchSystem.Chat}{path}");
        request.Headers.Add("Origin", Website);
        if (token is not null)
        {
            request.Headers.Add("Chat-Token", token);
        }

        return request;
    }

    private sealed record Outcome(int Said, double Seconds, IReadOnlyCollection<double> Latencies, long Double, long Heard);
}
