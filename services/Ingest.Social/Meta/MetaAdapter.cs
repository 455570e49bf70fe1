using WebcareHub.Channels;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.Meta.Files;
using WebcareHub.Ingest.Social.Meta.Sending;

namespace WebcareHub.Ingest.Social.Meta;

/// <summary>One of Meta's three channels: a page in public, a page's messages, or an Instagram account with both.</summary>
internal sealed class MetaAdapter(Surface surface, SendAnswer sender, FetchFile files) : IChannelAdapter
{
    public string Channel => surface.Channel;

    public IReadOnlyList<PartContent> Plan(ReplyToSend reply) => PlanReply.Plan(reply, surface);

    public Task<SendResult> SendAsync(OutboundPart part, CancellationToken ct) => sender.SendAsync(part, surface, ct);

    public SendResult ReadFailure(int? code) => Failures.From(new GraphError(code, null, null), surface);

    public Task<FetchResult> FetchAsync(FileToFetch file, CancellationToken ct) => files.FetchAsync(file, surface, ct);
}
