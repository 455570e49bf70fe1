namespace WebcareHub.Ingest.Social.Bluesky.Reading;

/// <summary>Addresses of records: <c>at://did/collection/key</c>.</summary>
internal static class AtUri
{
    private const int Longest = 1000;
    private const string Post = "app.bsky.feed.post";

    /// <summary>Whether it looks like the address of a record by somebody's did.</summary>
    public static bool IsOne(string? uri) => Parts(uri) is not null;

    /// <summary>Whose record it is; null when it is no address.</summary>
    public static string? Did(string? uri) => Parts(uri)?[0];

    /// <summary>Its key; null when it is no address.</summary>
    public static string? Key(string? uri) => Parts(uri)?[2];

    /// <summary>A did: letters, digits and little else, so that it can stand in an address.</summary>
    public static bool IsDid(string? did) =>
        did is { Length: > 8 and <= 300 } && did.StartsWith("did:", StringComparison.Ordinal) && did.All(IsPlain);

    /// <summary>Where people read a post; null for other records.</summary>
    public static string? Page(string? uri) => Parts(uri) is [var did, Post, var key] ? $"https://bsky.app/profile/{did}/post/{key}" : null;

    private static string[]? Parts(string? uri) =>
        uri is { Length: <= Longest }
        && uri.StartsWith("at://", StringComparison.Ordinal)
        && uri[5..].Split('/') is [var did, var collection, var key] parts
        && IsDid(did)
        && collection.Length > 0
        && key.Length > 0
        && collection.All(IsPlain)
        && key.All(IsPlain)
            ? parts
            : null;

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is ':' or '.' or '-' or '_' or '~' or '%';
}
