using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Receiving;
using WebcareHub.Channels.Signatures;
using WebcareHub.Channels.Webhooks;
using WebcareHub.Ingest.Social.Meta.Reading;

namespace WebcareHub.Ingest.Social.Meta;

/// <summary>What Meta posts about pages and Instagram accounts, for three channels at once.</summary>
internal sealed class MetaWebhook(PlatformApps apps, AccountSigns signs) : IWebhook
{
    public string Channel => Contracts.Channel.Messenger;

    public bool IsSigned(ReadOnlySpan<byte> body, IHeaderDictionary headers, ReadOnlySpan<byte> secret) =>
        MetaSignature.Verify(body, headers[MetaSignature.Header], secret);

    public ReadPost Read(ReadOnlyMemory<byte> body, string app, DateTimeOffset acceptedAt)
    {
        var read = Envelope.Read(body, app, apps.Find(app)?.Id, acceptedAt);
        foreach (var item in read.Items.Where(item => item.Detail.StartsWith(ReadMessaging.Policy, StringComparison.Ordinal)))
        {
            Show(item, app);
        }

        return read;
    }

    // The platform tells that it stops, or allows again, what this account sends.
    private void Show(PostItem item, string app)
    {
        if (item.Detail.EndsWith(" unblock", StringComparison.Ordinal))
        {
            signs.Well(item.Channel ?? Channel, app, item.Account);
        }
        else
        {
            signs.Failed(
                item.Channel ?? Channel,
                app,
                item.Account,
                "Meta waarschuwt of blokkeert deze pagina. Kijk bij Paginakwaliteit op Facebook."
            );
        }
    }
}
