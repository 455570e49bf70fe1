namespace WebcareHub.Ingest.Chat.Sites;

/// <summary>Websites as a browser names them: scheme, host and port, nothing after.</summary>
internal static class Origins
{
    /// <summary>Null when it is no website's origin. Without TLS only on this machine, in Development.</summary>
    public static string? Read(string? told, bool development) =>
        told is { Length: <= 255 }
        && Uri.TryCreate(told, UriKind.Absolute, out var uri)
        && uri is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }
        && (uri.Scheme == Uri.UriSchemeHttps || development && uri.Scheme == Uri.UriSchemeHttp)
            ? uri.IsDefaultPort
                ? $"{uri.Scheme}://{uri.IdnHost}"
                : $"{uri.Scheme}://{uri.IdnHost}:{uri.Port}"
            : null;

    /// <summary>The website a request comes from; null when it does not say. A page of this address itself does not always name it.</summary>
    public static string? Of(HttpRequest request) =>
        request.Headers.Origin is [{ Length: > 0 } origin] ? origin
        : request.Headers["Sec-Fetch-Site"] == "same-origin" ? $"{request.Scheme}://{request.Host}"
        : null;
}
