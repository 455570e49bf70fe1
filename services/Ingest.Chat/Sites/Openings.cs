using WebcareHub.Contracts.Blueprint;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Ingest.Chat.Sites;

/// <summary>
/// The municipality's name and hours, from the blueprint in force: the epoch names the releases, the log holds them. Kept as they were while the
/// database is away.
/// </summary>
internal sealed class Openings(EventStore.EventStore store, TimeProvider time, ILogger<Openings> log) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim one = new(1);
    private volatile Edition? edition;

    /// <param name="OpensAt">When it opens next (UTC); null when it is open, or does not open.</param>
    internal sealed record Now(string Name, bool Open, DateTimeOffset? OpensAt);

    private sealed record Edition(Epoch Epoch, IReadOnlyList<LayerFiles> Files, Blueprint Blueprint, long ReadAt);

    public async Task<Now> NowAsync(string municipality, CancellationToken ct)
    {
        var blueprint = (await ReadAsync(municipality, ct))?.For(municipality);
        var now = time.GetUtcNow();
        var open = blueprint?.IsOpen(now) ?? true;
        var opens = open || blueprint?.Hours.GetValueOrDefault("webcare") is not { } hours ? null : hours.NextOpening(now);
        return new(blueprint?.Voice.Name ?? municipality, open, opens);
    }

    public void Dispose() => one.Dispose();

    private async Task<Blueprint?> ReadAsync(string municipality, CancellationToken ct)
    {
        if (edition is { } known && time.GetElapsedTime(known.ReadAt) < Fresh)
        {
            return known.Blueprint;
        }

        await one.WaitAsync(ct);
        try
        {
            edition = await LoadAsync(municipality, edition, ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested && ServiceDefaults.Infrastructure.IsAway(exception))
        {
            log.LogInformation("The hours stay as they were: {Failure}", exception.GetType().Name);
        }
        finally
        {
            one.Release();
        }

        return edition?.Blueprint;
    }

    private async Task<Edition> LoadAsync(string municipality, Edition? known, CancellationToken ct)
    {
        await using var session = await store.OpenAsync([municipality], null, ct);
        var epoch = await session.ReadEpochAsync(ct);
        if (known?.Epoch.Number == epoch.Number)
        {
            return known with { ReadAt = time.GetTimestamp() };
        }

        var kept =
            known?.Files.Where(files => epoch.Releases.GetValueOrDefault(files.Code) == known.Epoch.Releases[files.Code]).ToList() ?? [];
        var wanted = epoch.Releases.Keys.Except(kept.Select(files => files.Code)).ToList();
        var streams = wanted.Count == 0 ? null : await session.ReadLayersAsync(wanted, ct);
        var read = (streams?.Values ?? [])
            .SelectMany(events => events.Select(recorded => recorded.Data).OfType<ReleasePublished>())
            .Where(release => epoch.Releases[release.Layer] == release.Number)
            .Select(release => new LayerFiles(release.Layer, release.Files));
        List<LayerFiles> files = [.. kept.Concat(read).OrderBy(layer => layer.Code, StringComparer.Ordinal)];
        return new(epoch, files, Blueprint.Read(files, known?.Blueprint), time.GetTimestamp());
    }
}
