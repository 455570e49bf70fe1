using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WebcareHub.Channels.Sending;

namespace WebcareHub.Channels.Files;

/// <summary>Fetches residents' files in the background, a few at a time; a row per file, so that a crash resumes.</summary>
internal sealed class Fetcher(Adapters adapters, FileRows rows, FileStore store, Wake wake, ILogger<Fetcher> log) : BackgroundService
{
    private const int AtOnce = 3;

    // Shorter than the lease of the row.
    private static readonly TimeSpan LongestDownload = TimeSpan.FromMinutes(4);
    private const string Erased = "De gegevens van deze inwoner zijn gewist.";

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var next = wake.Next;
            try
            {
                if (await rows.ClaimAsync(adapters.Codes, ct) is not { } wanted)
                {
                    await Wake.AwaitAsync(next, ct);
                    continue;
                }

                await FetchAsync(wanted, ct);
                wake.Now();
            }
            catch (Exception exception) when (!ct.IsCancellationRequested)
            {
                log.LogWarning("Fetching files pauses: {Failure}", exception.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task FetchAsync(FileRows.Wanted wanted, CancellationToken ct)
    {
        if (wanted.File is not { } file)
        {
            await rows.NeverAsync(wanted.Id, Erased, ct);
            return;
        }

        switch (await adapters.Of(wanted.Channel).FetchAsync(file, ct))
        {
            case FetchResult.Opened opened:
                await using (opened.Content)
                {
                    await StoreAsync(wanted, file, opened, ct);
                }

                break;
            case FetchResult.Later later:
                await rows.LaterAsync(wanted, later.Reason, later.After, ct);
                break;
            case FetchResult.Never never:
                await rows.NeverAsync(wanted.Id, never.Reason, ct);
                break;
        }
    }

    private async Task StoreAsync(FileRows.Wanted wanted, FileToFetch file, FetchResult.Opened opened, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(LongestDownload);
        var ct = patience.Token;
        try
        {
            var place = new FileStore.Place(file.Municipality, file.ResidentId, file.Id);
            var saved = await store.SaveAsync(place, opened.Content, file.Source.ContentType, opened.Sha256, FileStore.Limit, ct);
            await (
                saved.Refusal is null ? rows.StoredAsync(file.Id, saved.ContentType!, saved.Length, ct)
                : saved.MayHelpLater ? rows.LaterAsync(wanted, saved.Refusal, null, ct)
                : rows.NeverAsync(file.Id, saved.Refusal, ct)
            );
        }
        catch (Exception exception)
            when (exception is HttpRequestException or HttpIOException
                || exception is OperationCanceledException && !stop.IsCancellationRequested
            )
        {
            await rows.LaterAsync(wanted, "Het bestand kon niet worden opgehaald.", null, stop);
        }
    }
}
