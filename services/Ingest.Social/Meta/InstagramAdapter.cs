using WebcareHub.Channels;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.Meta.Files;
using WebcareHub.Ingest.Social.Meta.Sending;

namespace WebcareHub.Ingest.Social.Meta;

/// <summary>Instagram: private messages, and comments and mentions in public.</summary>
internal sealed class InstagramAdapter(SendAnswer sender, FetchFile files) : IChannelAdapter
{
    public string Channel => Contracts.Channel.Instagram;

    public IReadOnlyList<PartContent> Plan(ReplyToSend reply) => PlanReply.Plan(reply, Surface.Instagram);

    public Task<SendResult> SendAsync(OutboundPart part, CancellationToken ct) => sender.SendAsync(part, Surface.Instagram, ct);

    public SendResult ReadFailure(int? code) => Failures.From(new GraphError(code, null, null), Surface.Instagram);

    public Task<FetchResult> FetchAsync(FileToFetch file, CancellationToken ct) => files.FetchAsync(file, Surface.Instagram, ct);
}
