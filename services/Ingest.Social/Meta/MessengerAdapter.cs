using WebcareHub.Channels;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.Meta.Files;
using WebcareHub.Ingest.Social.Meta.Sending;

namespace WebcareHub.Ingest.Social.Meta;

/// <summary>Private messages to a Facebook page.</summary>
internal sealed class MessengerAdapter(SendAnswer sender, FetchFile files) : IChannelAdapter
{
    public string Channel => Contracts.Channel.Messenger;

    public IReadOnlyList<PartContent> Plan(ReplyToSend reply) => PlanReply.Plan(reply, Surface.Messenger);

    public Task<SendResult> SendAsync(OutboundPart part, CancellationToken ct) => sender.SendAsync(part, Surface.Messenger, ct);

    public SendResult ReadFailure(int? code) => Failures.From(new GraphError(code, null, null), Surface.Messenger);

    public Task<FetchResult> FetchAsync(FileToFetch file, CancellationToken ct) => files.FetchAsync(file, Surface.Messenger, ct);
}
