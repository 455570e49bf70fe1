using WebcareHub.Channels.Receiving;
using WebcareHub.Channels.Signatures;
using WebcareHub.Channels.Webhooks;
using WebcareHub.Ingest.WhatsApp.Reading;

namespace WebcareHub.Ingest.WhatsApp;

/// <summary>What WhatsApp posts.</summary>
internal sealed class WhatsAppWebhook : IWebhook
{
    public string Channel => Contracts.Channel.WhatsApp;

    public bool IsSigned(ReadOnlySpan<byte> body, IHeaderDictionary headers, ReadOnlySpan<byte> secret) =>
        MetaSignature.Verify(body, headers[MetaSignature.Header], secret);

    public ReadPost Read(ReadOnlyMemory<byte> body, string app, DateTimeOffset acceptedAt) => Envelope.Read(body, app, acceptedAt);
}
