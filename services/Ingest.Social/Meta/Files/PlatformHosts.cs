namespace WebcareHub.Ingest.Social.Meta.Files;

/// <summary>Where Meta keeps files. Nothing is fetched from anywhere else, whatever a post says.</summary>
internal static class PlatformHosts
{
    private static readonly string[] Ends = [".fbcdn.net", ".fbsbx.com", ".cdninstagram.com"];

    /// <summary>An encrypted address at one of them, on its usual port and without a name or password in it.</summary>
    public static bool IsOurs(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && IsOurs(url);

    /// <inheritdoc cref="IsOurs(string)"/>
    public static bool IsOurs(Uri url) =>
        url.IsAbsoluteUri
        && url.Scheme == Uri.UriSchemeHttps
        && url.IsDefaultPort
        && url.UserInfo.Length == 0
        && Ends.Any(end => url.IdnHost.EndsWith(end, StringComparison.OrdinalIgnoreCase));
}
