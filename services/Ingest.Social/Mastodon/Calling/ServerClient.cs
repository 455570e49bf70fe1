using System.Net;
using System.Net.Http.Headers;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Calling;

namespace WebcareHub.Ingest.Social.Mastodon.Calling;

/// <summary>Calls to the servers of accounts, within what they allow. A token goes to its own server only. Logs nothing; the addresses hold ids.</summary>
internal sealed class ServerClient : IDisposable
{
    private const int LargestAnswer = 8 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    private readonly HttpClient http;
    private readonly Pace pace;
    private readonly bool isDevelopment;
    private readonly string[] known;

    public ServerClient(Pace pace, IConfiguration configuration, IHostEnvironment environment)
    {
        this.pace = pace;
        isDevelopment = environment.IsDevelopment();
        known = configuration.GetSection("Platforms:Mastodon:Hosts").Get<string[]>() ?? [];
        http = PlatformHttp.Create(publicOnly: !isDevelopment, perServer: int.MaxValue, LargestAnswer);
    }

    /// <summary>For requests made here.</summary>
    public HttpClient Http => http;

    /// <summary>Whether it may be called at all: encrypted, outside Development.</summary>
    public bool MayCall(Uri? url) =>
        url is { IsAbsoluteUri: true, UserInfo: "" }
        && (url.Scheme == Uri.UriSchemeHttps || isDevelopment && url.Scheme == Uri.UriSchemeHttp);

    /// <summary>Whether an address that a server or a post names belongs to the account's server, or to one that is configured.</summary>
    public bool BelongsTo(Account account, Uri url, IEnumerable<string>? more = null) =>
        MayCall(url)
        && (
            account.Server is { } server && Hosts.AreKin(server, url)
            || known.Concat(more ?? []).Any(host => host.Equals(url.Host, StringComparison.OrdinalIgnoreCase))
        );

    /// <summary>A request to the account's own server, with its token.</summary>
    public static HttpRequestMessage Request(HttpMethod method, Account account, string path, HttpContent? content = null) =>
        new(method, new Uri(Root(account.Server!), path))
        {
            Content = content,
            Version = HttpVersion.Version11,
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", account.AccessToken) },
        };

    /// <summary>Asks; what the network does comes back as an answer too.</summary>
    /// <param name="hasOwnLimit">The server counts this kind of call apart.</param>
    public async Task<Answer> AskAsync(Account account, HttpRequestMessage request, CancellationToken ct, bool hasOwnLimit = false)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using (request)
            {
                pace.Count(account);
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, patience.Token);
                pace.Hear(account, response, hasOwnLimit);
                var link = response.Headers.TryGetValues("Link", out var links) ? string.Join(", ", links) : null;
                return new(response.StatusCode, await response.Content.ReadAsByteArrayAsync(patience.Token), link);
            }
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return new(null, [], TooLarge: true);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException || exception is OperationCanceledException && !ct.IsCancellationRequested
            )
        {
            return new(null, []);
        }
    }

    public Task<Answer> GetAsync(Account account, string path, CancellationToken ct) =>
        AskAsync(account, Request(HttpMethod.Get, account, path), ct);

    /// <summary>Opens something that is read while it comes, and disposes it when the answer is no.</summary>
    /// <param name="token">Only for a host that <see cref="BelongsTo"/> the account.</param>
    public async Task<HttpResponseMessage> OpenAsync(Uri url, string? token, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Version = HttpVersion.Version11 };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
    }

    public void Dispose() => http.Dispose();

    private static Uri Root(Uri server) => server.AbsoluteUri.EndsWith('/') ? server : new Uri(server.AbsoluteUri + "/");
}
