using System.Globalization;
using WebcareHub.Channels;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.Bluesky.Media;
using WebcareHub.Ingest.Social.Bluesky.Sending;

namespace WebcareHub.Ingest.Social.Bluesky;

/// <summary>Answers on the AT Protocol network: in public under a post, or by direct message.</summary>
internal sealed class BlueskyAdapter(AccountBook accounts, SendPost posts, SendChat chat, FetchImage images) : IChannelAdapter
{
    public string Channel => Contracts.Channel.Bluesky;

    public bool CanRepeat => true;

    public IReadOnlyList<PartContent> Plan(ReplyToSend reply) => PlanReply.Plan(reply);

    public async Task<SendResult> SendAsync(OutboundPart part, CancellationToken ct) =>
        accounts.Find(Channel, part.App, part.Account) is not { AccessToken: not null } account || account.Municipality != part.Municipality
            ? new SendResult.Final(Sessions.Sessions.NoAccess, "account", AfterRepair: true)
        : part.Content.Act != ReplyAct.Answer ? new SendResult.Final(Failures.Hiding, "hide")
        : part.Content.Visibility == Visibility.Public ? await posts.SendAsync(account, part, ct)
        : await chat.SendAsync(account, part, ct);

    public SendResult ReadFailure(int? code) =>
        new SendResult.Final("Bluesky weigerde het bericht.", code?.ToString(CultureInfo.InvariantCulture) ?? "none");

    public Task<FetchResult> FetchAsync(FileToFetch file, CancellationToken ct) => images.FetchAsync(file, ct);
}
