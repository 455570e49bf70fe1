using WebcareHub.Channels;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.Mastodon.Media;
using WebcareHub.Ingest.Social.Mastodon.Sending;

namespace WebcareHub.Ingest.Social.Mastodon;

/// <summary>Accounts on Mastodon servers, and on others that speak their API.</summary>
internal sealed class MastodonAdapter(PlanReply plan, SendStatus sender, FetchMedia media) : IChannelAdapter
{
    public string Channel => Contracts.Channel.Mastodon;

    public bool CanRepeat => true;

    public IReadOnlyList<PartContent> Plan(ReplyToSend reply) => plan.Plan(reply);

    public Task<SendResult> SendAsync(OutboundPart part, CancellationToken ct) => sender.SendAsync(part, ct);

    /// <summary>No server reports later that a post failed.</summary>
    public SendResult ReadFailure(int? code) => new SendResult.Final("De Mastodon-server heeft dit bericht geweigerd.", $"{code}");

    public Task<FetchResult> FetchAsync(FileToFetch file, CancellationToken ct) => media.FetchAsync(file, ct);
}
