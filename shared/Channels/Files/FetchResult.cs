using WebcareHub.Contracts.Bus;

namespace WebcareHub.Channels.Files;

/// <summary>A resident's file to be opened at the platform.</summary>
public sealed record FileToFetch(Guid Id, string Municipality, string App, string Account, Guid ResidentId, InboundAttachment Source);

/// <summary>What the platform answered.</summary>
public abstract record FetchResult
{
    /// <summary>The bytes, as a stream that the host reads once and disposes.</summary>
    /// <param name="Sha256">What they should hash to, lower-case hex; null when the platform does not say.</param>
    public sealed record Opened(Stream Content, string? Sha256) : FetchResult;

    /// <summary>Not now; the reason is shown when trying has not helped (Dutch).</summary>
    public sealed record Later(string Reason, TimeSpan? After = null) : FetchResult;

    /// <summary>Never; the sentence a colleague reads (Dutch).</summary>
    public sealed record Never(string Reason) : FetchResult;
}
