using WebcareHub.Channels;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.Meta.Files;
using WebcareHub.Ingest.Social.Meta.Sending;

namespace WebcareHub.Ingest.Social.Meta;

/// <summary>Comments, posts and reviews on a Facebook page, and where it is mentioned.</summary>
internal sealed class FacebookAdapter(SendAnswer sender, FetchFile files) : IChannelAdapter
{
    public string Channel => Contracts.Channel.Facebook;

    public IReadOnlyList<PartContent> Plan(ReplyToSend reply) => PlanReply.Plan(reply, Surface.Facebook);

    public Task<SendResult> SendAsync(OutboundPart part, CancellationToken ct) => sender.SendAsync(part, Surface.Facebook, ct);

    public SendResult ReadFailure(int? code) => Failures.From(new GraphError(code, null, null), Surface.Facebook);

    public Task<FetchResult> FetchAsync(FileToFetch file, CancellationToken ct) => files.FetchAsync(file, Surface.Facebook, ct);
}
