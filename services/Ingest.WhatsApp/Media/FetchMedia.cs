using System.Net;
using System.Text.Json;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Reading;
using WebcareHub.Ingest.WhatsApp.Sending;

namespace WebcareHub.Ingest.WhatsApp.Media;

/// <summary>Looks a resident's file up and opens it; both need the token. The address lives about five minutes, so it is asked for each time.</summary>
internal sealed class FetchMedia(GraphClient graph, AccountBook accounts, FailedGets failed)
{
    private const string NotReached = "Het bestand kon niet bij WhatsApp worden opgehaald.";
    private const string Gone = "WhatsApp heeft dit bestand niet meer.";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<FetchResult> FetchAsync(FileToFetch file, CancellationToken ct)
    {
        if (
            accounts.Find(Contracts.Channel.WhatsApp, file.App, file.Account) is not { AccessToken: { } token } account
            || account.Municipality != file.Municipality
        )
        {
            return new FetchResult.Later(NotReached);
        }

        if (failed.Pause is { Ticks: > 0 } pause)
        {
            return new FetchResult.Later(NotReached, pause);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            return await LookUpAsync(file, token, patience.Token);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException or JsonException
                || exception is OperationCanceledException && !ct.IsCancellationRequested
            )
        {
            failed.Add();
            return new FetchResult.Later(NotReached);
        }
    }

    private async Task<FetchResult> LookUpAsync(FileToFetch file, string token, CancellationToken ct)
    {
        using var lookup = await graph.GetAsync(Uri.EscapeDataString(file.Source.PlatformFileId), token, ct);
        var body = await lookup.Content.ReadAsByteArrayAsync(ct);
        if (!lookup.IsSuccessStatusCode)
        {
            failed.Add();
            return lookup.StatusCode is HttpStatusCode.NotFound || GraphClient.CodeOf(body) is 100 or 33
                ? new FetchResult.Never(Gone)
                : new FetchResult.Later(NotReached);
        }

        var (address, sha256) = ReadLookup(body);
        if (address is null || await graph.DownloadAsync(address, token, ct) is not { } download)
        {
            return new FetchResult.Never(NotReached);
        }

        if (!download.IsSuccessStatusCode)
        {
            failed.Add();
            download.Dispose();
            return new FetchResult.Later(NotReached);
        }

        return new FetchResult.Opened(await download.Content.ReadAsStreamAsync(ct), sha256 ?? Hex(file.Source.Sha256));
    }

    /// <summary>Address and hash (lower-case hex, null when absent or not a hash) of a look-up's answer.</summary>
    internal static (string? Address, string? Sha256) ReadLookup(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        return (document.RootElement.Text("url"), Hex(document.RootElement.Text("sha256")));
    }

    // The webhook gives base64, the look-up hex; some senders give neither in full.
    private static string? Hex(string? hash)
    {
        var bytes = new byte[32];
        return hash switch
        {
            { Length: 64 } when hash.All(char.IsAsciiHexDigit) => hash.ToLowerInvariant(),
            { Length: 44 } when Convert.TryFromBase64String(hash, bytes, out var length) && length == 32 => Convert.ToHexStringLower(bytes),
            _ => null,
        };
    }
}
