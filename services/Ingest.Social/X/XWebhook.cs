using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Receiving;
using WebcareHub.Channels.Signatures;
using WebcareHub.Channels.Webhooks;
using WebcareHub.Ingest.Social.X.Reading;

namespace WebcareHub.Ingest.Social.X;

/// <summary>What X posts. That an account took our access away is shown with its health as well.</summary>
internal sealed class XWebhook(AccountBook accounts, AccountSigns signs) : IWebhook
{
    private const string Header = "x-twitter-webhooks-signature";
    private const string Revoked = "Dit X-account heeft de toegang van de app ingetrokken. De beheerder moet het opnieuw koppelen.";

    public string Channel => Contracts.Channel.X;

    public bool IsSigned(ReadOnlySpan<byte> body, IHeaderDictionary headers, ReadOnlySpan<byte> secret) =>
        XSignature.Verify(body, headers[Header], secret);

    public ReadPost Read(ReadOnlyMemory<byte> body, string app, DateTimeOffset acceptedAt)
    {
        var read = Envelope.Read(body, app, acceptedAt);
        foreach (var revoked in read.Items.OfType<AccessRevoked>())
        {
            if (accounts.Find(Channel, app, revoked.Account) is not null)
            {
                signs.Failed(Channel, app, revoked.Account, Revoked);
            }
        }

        return read;
    }
}
