using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using WebcareHub.Channels.Calling;
using WebcareHub.Channels.Reading;

namespace WebcareHub.Ingest.Social.Bluesky.Calling;

/// <summary>HTTP calls to servers of the AT Protocol network. Logs nothing; the addresses hold ids.</summary>
internal sealed class Xrpc : IDisposable
{
    private const string ChatService = "did:web:api.bsky.chat#bsky_chat";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    // A record may be nested deeper than a parser likes by default: one post would make every page with it unreadable.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 2048 };

    private readonly ConcurrentDictionary<string, DateTimeOffset> pauses = new();
    private readonly HttpClient http;
    private readonly TimeProvider time;
    private readonly bool isDevelopment;

    public Xrpc(IHostEnvironment environment, TimeProvider time)
    {
        this.time = time;
        isDevelopment = environment.IsDevelopment();
        http = PlatformHttp.Create(publicOnly: !isDevelopment, perServer: 32, largestAnswer: 32 * 1024 * 1024);
    }

    /// <summary>For requests made here.</summary>
    public HttpClient Http => http;

    /// <summary>Whether a token may go there: encrypted, outside Development.</summary>
    public bool MayCall(Uri host) =>
        host.UserInfo.Length == 0 && (host.Scheme == Uri.UriSchemeHttps || isDevelopment && host.Scheme == Uri.UriSchemeHttp);

    /// <summary>How long this server asked to be left alone; zero when it may be asked.</summary>
    public TimeSpan PauseOf(Uri host) =>
        pauses.TryGetValue(host.Authority, out var until) && until - time.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero;

    public static HttpRequestMessage Request(Uri host, Question question, string? token, HttpContent? content)
    {
        var request = new HttpRequestMessage(content is null ? HttpMethod.Get : HttpMethod.Post, new Uri(host, $"/xrpc/{question.Path}"))
        {
            Content = content,
            Version = HttpVersion.Version11,
        };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        if (question.Chat)
        {
            request.Headers.TryAddWithoutValidation("atproto-proxy", ChatService);
        }

        return request;
    }

    /// <summary>Asks; what the network does comes back as an answer too.</summary>
    public async Task<XrpcAnswer> AskAsync(Uri host, Question question, string? token, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var request = Request(host, question, token, question.Content?.Invoke());
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, patience.Token);
            return Read(response, await response.Content.ReadAsByteArrayAsync(patience.Token));
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException || exception is OperationCanceledException && !ct.IsCancellationRequested
            )
        {
            return XrpcAnswer.NotReached;
        }
    }

    /// <summary>What stands in an answer.</summary>
    public XrpcAnswer Read(HttpResponseMessage response, byte[] content)
    {
        var body = Parse(content);
        var error = response.IsSuccessStatusCode ? null : body.Text("error");
        return new((int)response.StatusCode, error, body, After(response));
    }

    public void Dispose() => http.Dispose();

    private static JsonElement Parse(byte[] content)
    {
        try
        {
            using var document = JsonDocument.Parse(content, Deep);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    // The headers tell of the limit that is nearest. Only the one on all calls says something about the next one of another account.
    private TimeSpan? After(HttpResponseMessage response)
    {
        var refused = response.StatusCode == HttpStatusCode.TooManyRequests;
        var policy = Header(response, "ratelimit-policy");
        var all = policy is null || policy.StartsWith("3000;", StringComparison.Ordinal);
        if (!refused && !(policy is not null && all && Number(response, "ratelimit-remaining") < 150))
        {
            return null;
        }

        var reset = Number(response, "ratelimit-reset") is { } at and > 0 and < 100_000_000_000
            ? DateTimeOffset.FromUnixTimeSeconds(at) - time.GetUtcNow()
            : TimeSpan.FromSeconds(Number(response, "retry-after") ?? 30);
        var wait = TimeSpan.FromSeconds(Math.Clamp(reset.TotalSeconds, 1, 300));
        if (all && response.RequestMessage?.RequestUri is { } asked)
        {
            pauses[asked.Authority] = time.GetUtcNow() + wait;
        }

        return refused ? wait : null;
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static long? Number(HttpResponseMessage response, string name) =>
        long.TryParse(Header(response, name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
