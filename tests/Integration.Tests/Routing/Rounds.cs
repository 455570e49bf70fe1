using System.Collections.Concurrent;
using WebcareHub.Routing.Timers;

namespace WebcareHub.Integration.Tests.Routing;

/// <summary>The last work in every round of the timers of one process: it only notes what the clock said.</summary>
internal sealed class Rounds : ITimedWork
{
    private readonly ConcurrentQueue<DateTimeOffset> _seen = new();

    public Task<int> DoAsync(DateTimeOffset now, CancellationToken ct)
    {
        _seen.Enqueue(now);
        return Task.FromResult(0);
    }

    /// <summary>Whether all other work has been done once, from its start, by a clock that said this or later.</summary>
    public bool WholeSince(DateTimeOffset clock) => _seen.Count(seen => seen >= clock) >= 2;
}
