using System.Collections.Concurrent;
using System.Diagnostics;

namespace WebcareHub.Benchmarks;

/// <summary>Every visitor says something in turn, spread evenly over a time, and it is watched until each message stands where colleagues see it.</summary>
internal sealed class ChatTalk(BenchSystem system, HttpClient http, IReadOnlyList<string> tokens)
{
    private readonly ConcurrentDictionary<string, Said> _said = new();
    private readonly ConcurrentDictionary<string, long> _seen = new();
    private readonly ConcurrentBag<double> _late = [];

    /// <summary>What was accepted, by its delivery.</summary>
    internal IReadOnlyDictionary<string, Said> Accepted => _said;

    /// <summary>When each delivery was seen, in stopwatch ticks.</summary>
    internal IReadOnlyDictionary<string, long> Seen => _seen;

    /// <summary>Milliseconds that each post began later than it was to: the generator's own delay, which nothing that is measured has caused.</summary>
    internal IReadOnlyCollection<double> Late => _late;

    /// <param name="Id">That the visitor gave it.</param>
    /// <param name="Began">When its post began, in stopwatch ticks.</param>
    internal sealed record Said(Guid Id, long Began, DateTimeOffset At, DateTimeOffset Answered);

    /// <returns>Seconds it took to say everything.</returns>
    internal async Task<double> RunAsync(int messages, TimeSpan time)
    {
        long last = await system.CountAsync("select coalesce(max(seq_id), 0) from events.mt_events");
        using CancellationTokenSource stop = new();
        Task watching = PathBench.WatchAsync(system, TimeSpan.FromMilliseconds(4), last, _seen, stop.Token);
        Stopwatch watch = Stopwatch.StartNew();
        await SayAllAsync(messages, time);
        double seconds = watch.Elapsed.TotalSeconds;
        while (_seen.Count < _said.Count && watch.Elapsed < time + TimeSpan.FromSeconds(30))
        {
            await Task.Delay(10);
        }

        await stop.CancelAsync();
        await watching;
        return seconds;
    }

    private async Task SayAllAsync(int messages, TimeSpan time)
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

            _late.Add(Math.Max(0, (watch.Elapsed - (time * n / messages)).TotalMilliseconds));
            posts.Add(SayAsync(tokens[n % tokens.Count], n));
        }

        await Task.WhenAll(posts);
    }

    private async Task SayAsync(string token, int n)
    {
        Guid id = Guid.NewGuid();
        (long began, DateTimeOffset at) = (Stopwatch.GetTimestamp(), DateTimeOffset.UtcNow);
        using HttpRequestMessage request = ChatVisitors.Message(token, id, n);
        using HttpResponseMessage answer = await http.SendAsync(request);
        if (answer.IsSuccessStatusCode && answer.Headers.TryGetValues("Delivery-Id", out IEnumerable<string>? ids))
        {
            _said[ids.First()] = new(id, began, at, DateTimeOffset.UtcNow);
        }
    }
}
