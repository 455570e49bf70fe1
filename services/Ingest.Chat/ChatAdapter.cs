using WebcareHub.Channels;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Chat.Files;
using WebcareHub.Ingest.Chat.Sending;

namespace WebcareHub.Ingest.Chat;

/// <summary>The website chat: the platform is this service itself.</summary>
internal sealed class ChatAdapter(SendPart sender, FetchUpload uploads) : IChannelAdapter
{
    public string Channel => Contracts.Channel.Chat;

    public bool CanRepeat => true;

    // One transaction; one that lasts longer does no harm, for the part stands there once.
    public TimeSpan LongestCall => TimeSpan.FromSeconds(5);

    public IReadOnlyList<PartContent> Plan(ReplyToSend reply) => PlanReply.Plan(reply);

    public Task<SendResult> SendAsync(OutboundPart part, CancellationToken ct) => sender.SendAsync(part, ct);

    public SendResult ReadFailure(int? code) => new SendResult.Final("De website kon dit bericht niet tonen.", $"{code}");

    public Task<FetchResult> FetchAsync(FileToFetch file, CancellationToken ct) => uploads.FetchAsync(file, ct);
}
