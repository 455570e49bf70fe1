using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace WebcareHub.Crisis.PublicPage;

/// <summary>
/// Answers <c>GET</c> and <c>HEAD /crisis/{gemeente}</c> from memory: no sign-in, no limit, no database. A cache in front may show a page for
/// fifteen seconds, and for a day when we are away (RFC 5861).
/// </summary>
internal static class ShowPage
{
    private const string Fresh = "public, max-age=15, stale-while-revalidate=60, stale-if-error=86400";

    internal static Task ServeAsync(HttpContext context, string? municipality, Pages pages)
    {
        var response = context.Response;
        if (pages.IsEmpty)
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            response.Headers.RetryAfter = "5";
            return Task.CompletedTask;
        }
        var found = pages.Find(municipality ?? "");
        return found is null
            ? WriteAsync(context, pages.Unknown, StatusCodes.Status404NotFound)
            : WriteAsync(context, found, StatusCodes.Status200OK);
    }

    private static Task WriteAsync(HttpContext context, ServedPage page, int status)
    {
        var compressed = TakesGzip(context.Request.Headers.AcceptEncoding);
        var tag = compressed ? page.GzipTag : page.Tag;
        var (headers, body) = (context.Response.Headers, compressed ? page.Gzip : page.Plain);
        headers.CacheControl = Fresh;
        headers.ETag = tag;
        headers.Vary = "Accept-Encoding";
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src {page.StyleHash}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.StrictTransportSecurity = "max-age=31536000";
        if (status == StatusCodes.Status200OK && Has(context.Request.Headers.IfNoneMatch, tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        context.Response.StatusCode = status;
        headers.ContentType = "text/html; charset=utf-8";
        headers.ContentLanguage = "nl";
        headers.ContentLength = body.Length;
        if (compressed)
            headers.ContentEncoding = "gzip";
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static bool TakesGzip(StringValues accepted) =>
        StringWithQualityHeaderValue.TryParseList(accepted, out var values)
        && values.Any(value => value.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && value.Quality is null or > 0);

    /// <summary>RFC 9110, 13.1.2: any of the tags, compared weakly, or an asterisk.</summary>
    private static bool Has(StringValues known, string tag) =>
        known.Count > 0 && EntityTagHeaderValue.TryParseList(known, out var tags) && tags.Any(each => each.Tag == "*" || each.Tag == tag);
}
