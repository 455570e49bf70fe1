using WebcareHub.Channels.Receiving;
using WebcareHub.Channels.Signatures;
using WebcareHub.Channels.Webhooks;
using WebcareHub.Ingest.Social.Meta.Reading;
using WebcareHub.Ingest.Social.Meta.Sending;

namespace WebcareHub.Ingest.Social.Meta;

/// <summary>What Meta posts about pages and Instagram accounts, for three channels at once.</summary>
internal sealed class MetaWebhook(PlatformApps apps, OwnWords own) : IWebhook
{
    public string Channel => Contracts.Channel.Messenger;

    public bool IsSigned(ReadOnlySpan<byte> body, IHeaderDictionary headers, ReadOnlySpan<byte> secret) =>
        MetaSignature.Verify(body, headers[MetaSignature.Header], secret);

    public ReadPost Read(ReadOnlyMemory<byte> body, string app, DateTimeOffset acceptedAt)
    {
        var read = Envelope.Read(body, app, apps.Find(app)?.Id, acceptedAt);
        return read with { Items = [.. read.Items.Select(item => own.Recognise(item, app))] };
    }
}
