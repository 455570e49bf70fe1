using System.Net;
using System.Net.Http.Headers;
using WebcareHub.Channels.Calling;

namespace WebcareHub.Ingest.Social.X;

/// <summary>X's API: addresses and the token. Logs nothing; the addresses hold ids.</summary>
internal sealed class XClient : IDisposable
{
    private const string Official = "https://api.x.com";

    // Files in posts are anybody's to fetch; those in direct messages need the token.
    private static readonly string[] OpenHosts = ["pbs.twimg.com", "video.twimg.com"];
    private static readonly string[] ClosedHosts = ["ton.twitter.com", "ton.x.com"];

    private readonly Uri root;

    public XClient(IConfiguration configuration, IHostEnvironment environment)
    {
        var told = (configuration["Platforms:X:BaseUrl"] ?? Official).TrimEnd('/');
        root =
            told == Official || environment.IsDevelopment()
                ? new Uri(told + "/")
                : throw new InvalidOperationException("Platforms:X:BaseUrl other than X's own is for Development only.");
    }

    /// <summary>For requests made here.</summary>
    public HttpClient Http { get; } = PlatformHttp.Create();

    /// <summary>A call to the API.</summary>
    /// <param name="token">The user's token; null for a call that needs none.</param>
    public HttpRequestMessage Request(HttpMethod method, string path, string? token, HttpContent? content = null) =>
        new(method, new Uri(root, path))
        {
            Version = HttpVersion.Version11,
            Content = content,
            Headers = { Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token) },
        };

    /// <summary>A file at an address X gave. Null when the address is not X's: neither the token nor a call goes anywhere else.</summary>
    public async Task<HttpResponseMessage?> DownloadAsync(string address, string token, CancellationToken ct)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || !IsOurs(url, OpenHosts) && !IsOurs(url, ClosedHosts))
        {
            return null;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = IsOurs(url, OpenHosts) ? null : new AuthenticationHeaderValue("Bearer", token);
        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
    }

    public void Dispose() => Http.Dispose();

    // The simulated X has everything at one address.
    private bool IsOurs(Uri url, string[] hosts) =>
        url.Authority == root.Authority && url.Scheme == root.Scheme && root.Host != new Uri(Official).Host && hosts == ClosedHosts
        || url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && hosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase);
}
