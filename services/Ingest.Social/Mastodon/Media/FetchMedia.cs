using System.Net;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Files;
using WebcareHub.Contracts;
using WebcareHub.Ingest.Social.Mastodon.Calling;

namespace WebcareHub.Ingest.Social.Mastodon.Media;

/// <summary>
/// Opens a resident's file at the account's server, or where that server keeps its own files. Without the token: files are open to who has the
/// address. A file that stands elsewhere is left there.
/// </summary>
internal sealed class FetchMedia(ServerClient client, Servers servers, AccountBook accounts)
{
    private const string NotReached = "Het bestand kon niet bij Mastodon worden opgehaald.";
    private const string Gone = "Mastodon heeft dit bestand niet meer.";
    private const string Elsewhere = "Dit bestand staat op een andere server en is niet opgehaald. Bekijk het op Mastodon.";

    public async Task<FetchResult> FetchAsync(FileToFetch file, CancellationToken ct)
    {
        if (
            accounts.Find(Channel.Mastodon, file.App, file.Account) is not { Server: not null } account
            || account.Municipality != file.Municipality
        )
        {
            return new FetchResult.Later(NotReached);
        }

        try
        {
            return Uri.TryCreate(file.Source.PlatformFileId, UriKind.Absolute, out var url) && await IsKnownAsync(account, url, ct)
                ? await OpenAsync(url, ct)
                : new FetchResult.Never(Elsewhere);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException || exception is OperationCanceledException && !ct.IsCancellationRequested
            )
        {
            return new FetchResult.Later(NotReached);
        }
    }

    private async Task<bool> IsKnownAsync(Account account, Uri url, CancellationToken ct)
    {
        if (client.BelongsTo(account, url))
        {
            return true;
        }

        var own = await servers.OwnAsync(account, ct, withFileHosts: true);
        var facts = await servers.FactsAsync(account, ct);
        return client.BelongsTo(account, url, facts.FileHost is { } host ? [.. own.FileHosts ?? [], host] : own.FileHosts);
    }

    private async Task<FetchResult> OpenAsync(Uri url, CancellationToken ct)
    {
        var response = await client.OpenAsync(url, token: null, ct);
        if (response.IsSuccessStatusCode)
        {
            return new FetchResult.Opened(await response.Content.ReadAsStreamAsync(ct), null);
        }

        response.Dispose();
        return response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.Forbidden
            ? new FetchResult.Never(Gone)
            : new FetchResult.Later(NotReached);
    }
}
