using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace WebcareHub.Benchmarks;

/// <summary>Posts (the n-th of a run) over a fixed number of connections, as fast as answers come or at a fixed rate.</summary>
internal sealed class Load(Uri address, Func<int, string, HttpRequestMessage> posts, int connections)
{
    private readonly ConcurrentDictionary<string, long> _accepted = new();
    private readonly ConcurrentBag<double> _latencies = [];
    private long _refused;

    /// <summary>Delivery id to the moment the post began (stopwatch ticks), for every 200.</summary>
    internal IReadOnlyDictionary<string, long> Accepted => _accepted;

    /// <summary>Milliseconds from post to answer.</summary>
    internal IReadOnlyCollection<double> Latencies => _latencies;

    /// <summary>Answers other than 200.</summary>
    internal long Refused => Interlocked.Read(ref _refused);

    /// <summary>Sends <paramref name="count"/> posts. <paramref name="rate"/> per second, 0 for as fast as possible.</summary>
    /// <returns>Seconds it took.</returns>
    internal async Task<double> RunAsync(int count, double rate = 0)
    {
        string run = Guid.NewGuid().ToString("N")[..12];
        int next = -1;
        Stopwatch watch = Stopwatch.StartNew();
        using SocketsHttpHandler handler = new() { MaxConnectionsPerServer = connections };
        using HttpClient client = new(handler) { BaseAddress = address };
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(SendAsync)));
        return watch.Elapsed.TotalSeconds;

        async Task SendAsync()
        {
            for (int n = Interlocked.Increment(ref next); n < count; n = Interlocked.Increment(ref next))
            {
                if (rate > 0 && n / rate - watch.Elapsed.TotalSeconds is > 0 and var early)
                {
                    await Task.Delay(TimeSpan.FromSeconds(early));
                }

                await PostAsync(client, n, run);
            }
        }
    }

    private async Task PostAsync(HttpClient client, int n, string run)
    {
        long began = Stopwatch.GetTimestamp();
        using HttpRequestMessage request = posts(n, run);
        using HttpResponseMessage answer = await client.SendAsync(request);
        _latencies.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            Interlocked.Increment(ref _refused);
        }
        else if (answer.Headers.TryGetValues("Delivery-Id", out IEnumerable<string>? ids))
        {
            _accepted[ids.First()] = began;
        }
    }
}
