using WebcareHub.Channels.Files;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.ServiceDefaults.Exercising;

namespace WebcareHub.Channels.Exercising;

/// <summary>A channel behind the gate: of an exercise it plans, sends and fetches nothing. Around every adapter, so that a new one cannot forget it.</summary>
internal sealed class GatedAdapter(IChannelAdapter channel) : IChannelAdapter
{
    /// <summary>What became of an answer of an exercise that came this far.</summary>
    public static readonly SendResult Refused = new SendResult.Final("Dit hoort bij een oefening. Er is niets verstuurd.", "exercise");

    private const string NotFetched = "Dit hoort bij een oefening. Er wordt niets opgehaald.";

    public string Channel => channel.Channel;

    public bool CanRepeat => channel.CanRepeat;

    public TimeSpan LongestCall => channel.LongestCall;

    public IReadOnlyList<PartContent> Plan(ReplyToSend reply)
    {
        NoExercise.Check(reply.Municipality, $"the channel {Channel}");
        return channel.Plan(reply);
    }

    public Task<SendResult> SendAsync(OutboundPart part, CancellationToken ct) =>
        Exercise.Is(part.Municipality) ? Task.FromResult(Refused) : channel.SendAsync(part, ct);

    public SendResult ReadFailure(int? code) => channel.ReadFailure(code);

    public Task<FetchResult> FetchAsync(FileToFetch file, CancellationToken ct) =>
        Exercise.Is(file.Municipality) ? Task.FromResult<FetchResult>(new FetchResult.Never(NotFetched)) : channel.FetchAsync(file, ct);
}
