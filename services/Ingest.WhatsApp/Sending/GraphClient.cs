using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using WebcareHub.Channels.Calling;
using WebcareHub.Channels.Reading;

namespace WebcareHub.Ingest.WhatsApp.Sending;

/// <summary>Meta's Graph API: addresses, the token, and reading errors. Logs nothing; the addresses hold ids.</summary>
internal sealed class GraphClient : IDisposable
{
    private const string Official = "https://graph.facebook.com";
    private const string Version = "v23.0";

    private readonly HttpClient http = PlatformHttp.Create();

    private readonly Uri root;

    public GraphClient(IConfiguration configuration, IHostEnvironment environment)
    {
        var told = configuration["Platforms:WhatsApp:BaseUrl"] ?? Official;
        root =
            told.TrimEnd('/') == Official || environment.IsDevelopment()
                ? new Uri(told.TrimEnd('/') + "/")
                : throw new InvalidOperationException("Platforms:WhatsApp:BaseUrl other than Meta's own is for Development only.");
    }

    /// <summary>For requests made here.</summary>
    public HttpClient Http => http;

    public HttpRequestMessage Post(string path, HttpContent content, string token) =>
        Authorized(new(HttpMethod.Post, new Uri(root, $"{Version}/{path}")) { Content = content }, token);

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content, string token, CancellationToken ct) =>
        http.SendAsync(Post(path, content, token), HttpCompletionOption.ResponseContentRead, ct);

    public Task<HttpResponseMessage> GetAsync(string path, string token, CancellationToken ct) =>
        SendAsync(new(HttpMethod.Get, new Uri(root, $"{Version}/{path}")), token, HttpCompletionOption.ResponseContentRead, ct);

    /// <summary>A file at an address the platform gave. Null when the address is not the platform's: the token goes nowhere else.</summary>
    public async Task<HttpResponseMessage?> DownloadAsync(string address, string token, CancellationToken ct) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && IsPlatform(url)
            ? await SendAsync(new(HttpMethod.Get, url), token, HttpCompletionOption.ResponseHeadersRead, ct)
            : null;

    /// <summary>The error code in an answer; null when there is none to be read.</summary>
    public static int? CodeOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Get("error").Number("code");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Dispose() => http.Dispose();

    private Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        string token,
        HttpCompletionOption until,
        CancellationToken ct
    ) => http.SendAsync(Authorized(request, token), until, ct);

    private static HttpRequestMessage Authorized(HttpRequestMessage request, string token)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Version = HttpVersion.Version11;
        return request;
    }

    private bool IsPlatform(Uri url) =>
        url.Scheme == root.Scheme
        && (
            url.Authority == root.Authority
            || root.Host == new Uri(Official).Host && Hosts.Any(host => url.Host.EndsWith(host, StringComparison.OrdinalIgnoreCase))
        );

    private static readonly string[] Hosts = [".fbsbx.com", ".fbcdn.net", ".facebook.com", ".whatsapp.net"];
}
