using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace WebcareHub.Workspace.Forwarding;

/// <summary>
/// Passes a request on as it came and the answer back as it came, both as streams. The workspace's cookie stays here. A service that is away
/// gives 503, one that answers nonsense 502, one that does not answer 504.
/// </summary>
internal sealed class Forward(Destinations destinations) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // RFC 9110, 7.6.1: between two neighbours only. The trace headers are written anew, so that this hop is part of the trace.
    private static readonly HashSet<string> StayHere = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection",
        "Keep-Alive",
        "Proxy-Authenticate",
        "Proxy-Authorization",
        "Proxy-Connection",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
        "Host",
        "Cookie",
        "Set-Cookie",
        "traceparent",
        "tracestate",
    };

    private readonly HttpMessageInvoker http = new(
        new SocketsHttpHandler
        {
            UseCookies = false,
            UseProxy = false,
            AllowAutoRedirect = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        }
    );

    public void Dispose() => http.Dispose();

    internal async Task SendAsync(HttpContext context)
    {
        if (destinations.For(context.Request.Path) is not { } service)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            using var request = RequestFor(service, context);
            using var answer = await http.SendAsync(request, patience.Token);
            patience.CancelAfter(Timeout.InfiniteTimeSpan);
            await PassBackAsync(answer, context);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            GiveUp(context, failure);
        }
    }

    private static HttpRequestMessage RequestFor(Uri service, HttpContext context)
    {
        var incoming = context.Request;
        var target =
            $"{service.GetLeftPart(UriPartial.Authority)}{incoming.PathBase.ToUriComponent()}{incoming.Path.ToUriComponent()}{incoming.QueryString.ToUriComponent()}";
        var request = new HttpRequestMessage(new HttpMethod(incoming.Method), target) { Content = BodyOf(context) };
        foreach (var (name, values) in incoming.Headers)
        {
            if (!Stays(name, incoming.Headers.Connection) && !request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        // The last word about where somebody comes from is ours: what they said themselves is no proof.
        request.Headers.Remove("X-Forwarded-For");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", context.Connection.RemoteIpAddress?.ToString());
        return request;
    }

    private static StreamContent? BodyOf(HttpContext context)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true)
        {
            return null;
        }

        // The service knows how much it takes and says so itself.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        return new StreamContent(context.Request.Body);
    }

    private static async Task PassBackAsync(HttpResponseMessage answer, HttpContext context)
    {
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (!Stays(name, StringValues.Empty))
            {
                context.Response.Headers[name] = values.ToArray();
            }
        }

        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static void GiveUp(HttpContext context, Exception failure)
    {
        if (context.Response.HasStarted || context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        context.Response.StatusCode = failure switch
        {
            OperationCanceledException => StatusCodes.Status504GatewayTimeout,
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } =>
                StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status502BadGateway,
        };
    }

    private static bool Stays(string name, StringValues connection) =>
        StayHere.Contains(name)
        || connection.ToString().Split(',').Any(named => named.Trim().Equals(name, StringComparison.OrdinalIgnoreCase));
}
