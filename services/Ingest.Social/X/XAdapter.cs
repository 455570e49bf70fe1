using WebcareHub.Channels;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.X.Media;
using WebcareHub.Ingest.Social.X.Sending;

namespace WebcareHub.Ingest.Social.X;

/// <summary>Posts and direct messages at X.</summary>
internal sealed class XAdapter(SendToX sender, FetchMedia media) : IChannelAdapter
{
    public string Channel => Contracts.Channel.X;

    public IReadOnlyList<PartContent> Plan(ReplyToSend reply) => PlanReply.Plan(reply);

    public Task<SendResult> SendAsync(OutboundPart part, CancellationToken ct) => sender.SendAsync(part, ct);

    // X reports no failure afterwards.
    public SendResult ReadFailure(int? code) => Failures.Unexplained(code?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public Task<FetchResult> FetchAsync(FileToFetch file, CancellationToken ct) => media.FetchAsync(file, ct);
}
