using WebcareHub.Channels;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.WhatsApp.Media;
using WebcareHub.Ingest.WhatsApp.Sending;

namespace WebcareHub.Ingest.WhatsApp;

/// <summary>WhatsApp through Meta's Cloud API.</summary>
internal sealed class WhatsAppAdapter(SendMessage sender, FetchMedia media) : IChannelAdapter
{
    public string Channel => Contracts.Channel.WhatsApp;

    public IReadOnlyList<PartContent> Plan(ReplyToSend reply) => PlanReply.Plan(reply);

    public Task<SendResult> SendAsync(OutboundPart part, CancellationToken ct) => sender.SendAsync(part, ct);

    public SendResult ReadFailure(int? code) => Failures.From(code);

    public Task<FetchResult> FetchAsync(FileToFetch file, CancellationToken ct) => media.FetchAsync(file, ct);
}
