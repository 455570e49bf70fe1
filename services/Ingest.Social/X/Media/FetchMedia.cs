using System.Net;
using System.Text.Json;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Reading;
using WebcareHub.Ingest.Social.X.Reading;
using WebcareHub.Ingest.Social.X.Sending;

namespace WebcareHub.Ingest.Social.X.Media;

/// <summary>Opens a resident's file at X; where an event did not say its address, the post is looked up first.</summary>
internal sealed class FetchMedia(XClient x, AccountBook accounts, Tokens tokens)
{
    private const string NotReached = "Het bestand kon niet bij X worden opgehaald.";
    private const string Gone = "X heeft dit bestand niet meer.";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<FetchResult> FetchAsync(FileToFetch file, CancellationToken ct)
    {
        if (
            accounts.Find(Contracts.Channel.X, file.App, file.Account) is not { AccessToken: not null } account
            || account.Municipality != file.Municipality
        )
        {
            return new FetchResult.Later(NotReached);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            var taken = await tokens.TakeAsync(account, patience.Token);
            return taken.Refusal is null
                ? await OpenAsync(file.Source.PlatformFileId, taken.Token, patience.Token)
                : new FetchResult.Later(NotReached);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException or JsonException
                || exception is OperationCanceledException && !ct.IsCancellationRequested
            )
        {
            return new FetchResult.Later(NotReached);
        }
    }

    private async Task<FetchResult> OpenAsync(string file, string token, CancellationToken ct)
    {
        var address = file;
        if (file.StartsWith(ReadFiles.LookUp, StringComparison.Ordinal))
        {
            var found = await LookUpAsync(file[ReadFiles.LookUp.Length..].Split(':'), token, ct);
            if (found.Address is null)
            {
                return found.Otherwise!;
            }

            address = found.Address;
        }

        if (await x.DownloadAsync(address, token, ct) is not { } download)
        {
            return new FetchResult.Never(NotReached);
        }

        if (download.IsSuccessStatusCode)
        {
            return new FetchResult.Opened(await download.Content.ReadAsStreamAsync(ct), null);
        }

        var gone = download.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone;
        download.Dispose();
        return gone ? new FetchResult.Never(Gone) : new FetchResult.Later(NotReached);
    }

    private async Task<(string? Address, FetchResult? Otherwise)> LookUpAsync(string[] names, string token, CancellationToken ct)
    {
        if (names.Length != 2 || People.Valid(names[0]) is not { } post)
        {
            return (null, new FetchResult.Never(NotReached));
        }

        var path = $"2/tweets/{post}?expansions=attachments.media_keys&media.fields=url,variants,type";
        using var request = x.Request(HttpMethod.Get, path, token);
        using var response = await x.Http.SendAsync(request, ct);
        var body = await response.Content.ReadAsByteArrayAsync(ct);
        if (!response.IsSuccessStatusCode)
        {
            return (null, response.StatusCode == HttpStatusCode.NotFound ? new FetchResult.Never(Gone) : new FetchResult.Later(NotReached));
        }

        return ReadLookUp(body, names[1]) is { } address ? (address, null) : (null, new FetchResult.Never(Gone));
    }

    /// <summary>The address of one file in a look-up's answer; null when it is not there. A success may hold errors beside, or without, data.</summary>
    internal static string? ReadLookUp(ReadOnlyMemory<byte> body, string key)
    {
        using var document = JsonDocument.Parse(body);
        var media = document.RootElement.Get("includes").Get("media").Each().FirstOrDefault(one => one.Text("media_key") == key);
        return ReadFiles.Address(media);
    }
}
