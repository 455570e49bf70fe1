using WebcareHub.Rulebooks;

namespace WebcareHub.Blueprint.Reading;

/// <summary>The edition in force with every release there was, kept in memory: a request reads the epoch row and, when it has moved on, only the layers that changed.</summary>
internal sealed class Bookcase(EventStore.EventStore store, TimeProvider time) : IDisposable
{
    private readonly Rulebook _rulebook = new(store, time, Keep.Everything);
    private volatile Edition? _edition;

    internal async Task<Edition> NowAsync(CancellationToken ct)
    {
        await using var session = await store.OpenAsync([], null, ct);
        var read = await _rulebook.AtAsync(session, ct);
        return _edition is { } known && known.IsOf(read) ? known : _edition = new Edition(read);
    }

    public void Dispose() => _rulebook.Dispose();
}
