using WebcareHub.Channels.Calling;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Channels;

/// <summary>A platform that answers go to, translated. Look-up, duplicates, states, retry between calls and keeping secrets belong to the host.</summary>
public interface IChannelAdapter
{
    /// <summary>Code of the channel.</summary>
    string Channel { get; }

    /// <summary>
    /// Whether calling again for the same part cannot make it arrive twice, because the platform or the adapter recognises it. What broke off with
    /// its process is then sent again instead of left to a colleague.
    /// </summary>
    bool CanRepeat => false;

    /// <summary>
    /// Longest that <see cref="SendAsync"/> takes. A call that lasts longer looks like one whose process is gone: what it was for is sent again, or
    /// left to a colleague.
    /// </summary>
    TimeSpan LongestCall => PlatformCalls.Overall;

    /// <summary>The parts in which this platform takes the answer, in order.</summary>
    IReadOnlyList<PartContent> Plan(ReplyToSend reply);

    /// <summary>Calls the platform once for this part. Does not throw for anything the platform or the network does.</summary>
    Task<SendResult> SendAsync(OutboundPart part, CancellationToken ct);

    /// <summary>The sentence a colleague reads for a failure that came later, by status.</summary>
    SendResult ReadFailure(int? code);

    /// <summary>Opens a resident's file at the platform.</summary>
    Task<FetchResult> FetchAsync(FileToFetch file, CancellationToken ct);
}
