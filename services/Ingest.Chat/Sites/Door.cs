using System.Security.Cryptography;
using System.Text;

namespace WebcareHub.Ingest.Chat.Sites;

/// <summary>
/// What every visitor passes: how much may come from one address, which site, on which website. A browser hears from us only on the websites
/// that the municipality named.
/// </summary>
internal sealed class Door(ChatSites sites, Limits limits)
{
    /// <summary>Carries the visitor's token. Not a bearer token: it says nothing about who somebody is.</summary>
    public const string TokenHeader = "Chat-Token";

    /// <summary>What a file is called, percent-encoded.</summary>
    public const string NameHeader = "File-Name";

    /// <summary>Null when the guest may go in; otherwise the answer.</summary>
    public IResult? Refusal(HttpContext http)
    {
        if (!limits.MayAsk(http))
        {
            return Refusals.TooMany(http);
        }

        if (!sites.IsRead)
        {
            return Refusals.Busy(http);
        }

        if (sites.Find((string?)http.GetRouteValue("account") ?? "") is not { } site)
        {
            return Refusals.NoSite();
        }

        if (Origins.Of(http.Request) is not { } origin || !site.Origins.Contains(origin))
        {
            return Refusals.Elsewhere();
        }

        Allow(http.Response, origin);
        var guest = http.RequestServices.GetRequiredService<Guest>();
        (guest.Site, guest.Origin, guest.TokenHash) = (site, origin, HashOf(http.Request.Headers[TokenHeader]));
        var limit = http.GetEndpoint()?.Metadata.GetMetadata<LimitMark>()?.Limit;
        return limit is { } kind && !limits.May(kind, http, guest) ? Refusals.TooMany(http) : null;
    }

    /// <summary>A new token, to be shown once.</summary>
    public static string NewToken() =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).Replace('+', '-').Replace('/', '_').TrimEnd('=');

    public static byte[]? HashOf(string? token) => token is { Length: 43 } ? SHA256.HashData(Encoding.ASCII.GetBytes(token)) : null;

    // Written late, so that an error keeps them too.
    private static void Allow(HttpResponse response, string origin) =>
        response.OnStarting(() =>
        {
            var headers = response.Headers;
            headers.AccessControlAllowOrigin = origin;
            headers.Vary = "Origin";
            headers.AccessControlAllowMethods = "GET, POST, PUT";
            headers.AccessControlAllowHeaders = $"Content-Type, {TokenHeader}, {NameHeader}";
            headers.AccessControlExposeHeaders = "Retry-After";
            headers.AccessControlMaxAge = "7200";
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            return Task.CompletedTask;
        });
}
