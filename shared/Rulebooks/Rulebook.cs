using System.Collections.Concurrent;
using WebcareHub.EventStore;

namespace WebcareHub.Rulebooks;

/// <summary>
/// The releases the epoch names, read from the log and compiled. Every process keeps its own copy, so it works when Blueprint is away. For any
/// number of threads.
/// </summary>
public sealed class Rulebook(EventStore.EventStore store, TimeProvider time, Keep keep = Keep.Needed) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(500);

    // Conversations that are looked at lie close together; what else was looked at once may go.
    private const int MostPast = 16;

    private readonly SemaphoreSlim _one = new(1);
    private volatile Edition? _edition;
    private readonly ConcurrentDictionary<string, Edition> _past = new(StringComparer.Ordinal);
    private long _checked;

    /// <summary>What was in force when somebody last looked; null before that.</summary>
    public Edition? Last => _edition;

    /// <summary>What is in force by the epoch that this transaction reads; what is new of it is read on the session's own connection.</summary>
    public async ValueTask<Edition> AtAsync(EventSession session, CancellationToken ct)
    {
        var epoch = await session.ReadEpochAsync(ct);
        if (_edition is { } edition && edition.Epoch.Number == epoch.Number)
            return edition;
        await _one.WaitAsync(ct);
        try
        {
            if (_edition is not { } known || known.Epoch.Number < epoch.Number)
                _edition = await Edition.ReadAsync(session, epoch, _edition, keep, ct);
            return _edition;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>What is in force now, at most half a second old: for reading, not for deciding.</summary>
    /// <param name="municipality">CBS code.</param>
    public async ValueTask<InForce> NowAsync(string municipality, CancellationToken ct)
    {
        if (_edition is { } known && time.GetElapsedTime(Interlocked.Read(ref _checked)) < Fresh)
            return known.For(municipality);
        await using var session = await store.OpenAsync([municipality], null, ct);
        var edition = await AtAsync(session, ct);
        Interlocked.Exchange(ref _checked, time.GetTimestamp());
        return edition.For(municipality);
    }

    /// <summary>What held with these releases: to explain what was decided then. Only the layers named are in it.</summary>
    /// <param name="releases">Release number per layer.</param>
    public async ValueTask<Edition> AsOfAsync(EventSession session, IReadOnlyDictionary<string, int> releases, CancellationToken ct)
    {
        var now = await AtAsync(session, ct);
        if (releases.All(release => now.Epoch.Releases.GetValueOrDefault(release.Key) == release.Value))
            return now;
        var key = string.Join('|', releases.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Key}:{each.Value}"));
        if (_past.TryGetValue(key, out var past))
            return past;
        if (_past.Count >= MostPast)
            _past.Clear();
        return _past[key] = await Edition.ReadAsync(session, new Epoch(now.Epoch.Number, releases, []), now, keep, ct);
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();
}
