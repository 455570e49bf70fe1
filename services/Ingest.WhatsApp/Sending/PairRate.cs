using System.Collections.Concurrent;

namespace WebcareHub.Ingest.WhatsApp.Sending;

/// <summary>One resident gets at most a burst of 45 messages from one number, then one per 6 seconds: the platform refuses more (131056).</summary>
internal sealed class PairRate(TimeProvider time)
{
    private const int Burst = 45;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(6);
    private readonly ConcurrentDictionary<(string Account, string To), DateTimeOffset> fullAt = new();

    /// <summary>Zero when a message may go now (it is then counted); otherwise how long to wait.</summary>
    public TimeSpan Take(string account, string to)
    {
        var now = time.GetUtcNow();
        Forget(now);
        var wait = TimeSpan.Zero;
        fullAt.AddOrUpdate(
            (account, to),
            _ => now + Pace,
            (_, full) =>
            {
                var next = (full > now ? full : now) + Pace;
                wait = next - now - Burst * Pace;
                return wait > TimeSpan.Zero ? full : next;
            }
        );
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    // A bucket that is full again says nothing.
    private void Forget(DateTimeOffset now)
    {
        if (fullAt.Count < 10_000)
        {
            return;
        }

        foreach (var pair in fullAt.Where(pair => pair.Value < now))
        {
            fullAt.TryRemove(pair);
        }
    }
}
