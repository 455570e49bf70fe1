using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;
using WebcareHub.Testing;

namespace WebcareHub.Benchmarks;

/// <summary>Messages that were sent by one load.</summary>
/// <param name="Posts">Delivery id to the moment its post began, in stopwatch ticks.</param>
internal sealed record Sent(long Began, long Ended, IReadOnlyCollection<KeyValuePair<string, long>> Posts)
{
    internal bool Overlaps(long from, long to) => from < Ended && to > Began;

    /// <summary>Those whose moment this is.</summary>
    internal IReadOnlyCollection<KeyValuePair<string, long>> During(Func<long, long, bool> moment) =>
        [.. Posts.Where(post => moment(post.Value, post.Value + 1))];
}

/// <summary>What went wrong with all that was sent so far.</summary>
/// <param name="OutOfOrder">Messages that stand behind a later one of the same conversation, whose post began after theirs was answered.</param>
internal sealed record Faults(long Lost, long Double, long OutOfOrder);

/// <summary>Messages of the whole country, of a region of it, and of the rest; with when each was seen in the log.</summary>
internal sealed class BurstTraffic : IAsyncDisposable
{
    internal const int Municipalities = 342;

    // Few enough that each writes again within a minute or so: that tells whether the order is kept.
    private const int ResidentsEach = 4;
    private readonly BenchSystem _system;
    private readonly ServiceProcess _ingest;
    private readonly Dictionary<string, Webhooks> _webhooks;
    private readonly ConcurrentDictionary<string, long> _seen = new();
    private readonly ConcurrentDictionary<string, long> _all = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ProcessorUse _use;
    private readonly Task _watching;

    private BurstTraffic(BenchSystem system, ServiceProcess ingest, string region, ProcessorUse use)
    {
        (_system, _ingest, _use) = (system, ingest, use);
        ILookup<bool, int> inRegion = BenchSystem
            .Register.Take(Municipalities)
            .Select((line, at) => (At: at, Here: line.Split(',')[3] == region))
            .ToLookup(each => each.Here, each => each.At);
        _webhooks = new()
        {
            [Everybody] = new(Municipalities, system.Secret, ResidentsEach),
            [InRegion] = new([.. inRegion[true]], system.Secret, 10 * ResidentsEach),
            [Rest] = new([.. inRegion[false]], system.Secret, ResidentsEach),
        };
        _watching = PathBench.WatchAsync(system, TimeSpan.FromMilliseconds(4), 0, _seen, _stop.Token);
    }

    internal const string Everybody = "everybody";
    internal const string InRegion = "region";
    internal const string Rest = "rest";

    internal IReadOnlyCollection<KeyValuePair<string, long>> All => _all;

    /// <summary>Who used the processors since it began.</summary>
    internal string Used => _use.Sentence();

    internal static async Task<BurstTraffic> StartAsync(BenchSystem system, ServiceProcess ingest, string region) =>
        new(system, ingest, region, await ProcessorUse.BeginAsync(system));

    /// <summary>Sends <paramref name="count"/> messages, <paramref name="rate"/> a second; 0 is as fast as answers come.</summary>
    internal async Task<Sent> RunAsync(string who, int count, double rate)
    {
        Load load = new(_ingest.Address, _webhooks[who].Post, 32);
        long began = Stopwatch.GetTimestamp();
        await load.RunAsync(count, rate);
        foreach (var post in load.Accepted)
        {
            _all[post.Key] = post.Value;
        }

        return load.Refused == 0
            ? new(began, Stopwatch.GetTimestamp(), [.. load.Accepted])
            : throw new InvalidOperationException($"{load.Refused} messages were not accepted.");
    }

    /// <summary>Until every message is in the log.</summary>
    internal Task SettleAsync() => Eventually.Async(() => _all.Keys.All(_seen.ContainsKey), "every message in the log", 120);

    internal double[] Latencies(IReadOnlyCollection<KeyValuePair<string, long>> posts) =>
        [
            .. posts
                .Where(post => _seen.ContainsKey(post.Key))
                .Select(post => Stopwatch.GetElapsedTime(post.Value, _seen[post.Key]).TotalMilliseconds),
        ];

    internal async Task<Faults> CheckAsync()
    {
        await using NpgsqlCommand command = _system.Source.CreateCommand(
            """
            select stream_id, data->>'DeliveryId' from events.mt_events where type = 'message_received' order by tenant_id, stream_id, version
            """
        );
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync();
        (long stored, long behind, string stream, long latest) = (0, 0, "", 0);
        while (await row.ReadAsync())
        {
            long at = _all.GetValueOrDefault(row.GetString(1));
            latest = row.GetString(0) == stream ? latest : 0;
            behind += at < latest ? 1 : 0;
            (stored, stream, latest) = (stored + 1, row.GetString(0), Math.Max(at, latest));
        }

        long lost = _all.Keys.Count(delivery => !_seen.ContainsKey(delivery));
        return new(lost, stored - (_all.Count - lost), behind);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }
}
