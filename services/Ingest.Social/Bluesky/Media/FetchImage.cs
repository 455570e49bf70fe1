using System.Text.Json;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Reading;
using WebcareHub.Ingest.Social.Bluesky.Calling;

namespace WebcareHub.Ingest.Social.Bluesky.Media;

/// <summary>
/// Opens a picture below a resident's post. The network's view of the post tells where its copy stands; only there it is fetched, and no token goes
/// along.
/// </summary>
internal sealed class FetchImage(Xrpc xrpc, Sessions.Sessions sessions, AccountBook accounts, IHostEnvironment environment)
{
    private const string Host = "cdn.bsky.app";
    private const string NotReached = "De afbeelding kon niet bij Bluesky worden opgehaald.";
    private const string Gone = "Bluesky heeft deze afbeelding niet meer.";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<FetchResult> FetchAsync(FileToFetch file, CancellationToken ct)
    {
        if (
            accounts.Find(Contracts.Channel.Bluesky, file.App, file.Account) is not { AccessToken: not null } account
            || account.Municipality != file.Municipality
        )
        {
            return new FetchResult.Later(NotReached);
        }

        if (file.Source.PlatformFileId.Split(' ') is not [var uri, var cid])
        {
            return new FetchResult.Never(Gone);
        }

        var answer = await sessions.AskAsync(account, new($"app.bsky.feed.getPosts?uris={Uri.EscapeDataString(uri)}"), ct);
        if (!answer.IsOk)
        {
            return new FetchResult.Later(NotReached, answer.After);
        }

        var post = answer.Body.Get("posts").Each().FirstOrDefault(post => post.Text("uri") == uri);
        return AddressOf(post, cid) is { } address ? await OpenAsync(address, ct) : new FetchResult.Never(Gone);
    }

    private Uri? AddressOf(JsonElement post, string cid)
    {
        var embed = post.Get("embed");
        var images = embed.Get("images") ?? embed.Get("media").Get("images");
        var told = images
            .Each()
            .Select(image => image.Text("fullsize"))
            .FirstOrDefault(address => address?.Contains(cid, StringComparison.Ordinal) == true);
        return Uri.TryCreate(told, UriKind.Absolute, out var address) && (IsHost(address) || environment.IsDevelopment()) ? address : null;
    }

    private static bool IsHost(Uri address) => address.Scheme == Uri.UriSchemeHttps && address.Authority == Host;

    private async Task<FetchResult> OpenAsync(Uri address, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            var response = await xrpc.Http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (response.IsSuccessStatusCode)
            {
                return new FetchResult.Opened(await response.Content.ReadAsStreamAsync(ct), null);
            }

            response.Dispose();
            return (int)response.StatusCode is 404 or 410 ? new FetchResult.Never(Gone) : new FetchResult.Later(NotReached);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException || exception is OperationCanceledException && !ct.IsCancellationRequested
            )
        {
            return new FetchResult.Later(NotReached);
        }
    }
}
