namespace WebcareHub.Crisis.PublicPage;

/// <summary>The address of a municipality's website, as its blueprint writes it: with or without https.</summary>
internal static class PageLink
{
    /// <summary>Null for what is no address of a website.</summary>
    internal static Uri? Of(string? text) =>
        text is { Length: > 0 }
        && Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}", UriKind.Absolute, out var address)
        && address.Scheme is "https" or "http"
        && address.Host.Contains('.', StringComparison.Ordinal)
            ? address
            : null;
}
