using Microsoft.AspNetCore.Http;
using WebcareHub.Channels.Receiving;

namespace WebcareHub.Channels.Webhooks;

/// <summary>A platform that posts what happened.</summary>
public interface IWebhook
{
    /// <summary>Code of the channel; of the items that say no other.</summary>
    string Channel { get; }

    /// <summary>Whether the app's secret signed these bytes.</summary>
    bool IsSigned(ReadOnlySpan<byte> body, IHeaderDictionary headers, ReadOnlySpan<byte> secret);

    /// <summary>Takes a post apart. Never throws: what cannot be read comes back as such.</summary>
    ReadPost Read(ReadOnlyMemory<byte> body, string app, DateTimeOffset acceptedAt);
}
