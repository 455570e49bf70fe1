using System.Collections.Concurrent;
using WebcareHub.Channels.Receiving;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.Meta.Reading;

namespace WebcareHub.Ingest.Social.Meta.Sending;

/// <summary>
/// What was sent lately where the platform gives no id of ours back (comments, Instagram): its own report of it can be faster than its answer,
/// and is the only sign of life after a call that broke off. Kept in memory, by hashes; what it misses, Routing knows by the platform's id.
/// </summary>
internal sealed class OwnWords(TimeProvider time)
{
    private const int Most = 20_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, (Guid Part, DateTimeOffset At)> sent = new(StringComparer.Ordinal);

    /// <summary>To be told before the call.</summary>
    public void Say(OutboundPart part, string channel)
    {
        if (part.Content.Text is { } text)
        {
            Forget();
            sent[Key(channel, part.App, part.Account, text)] = (part.Id, time.GetUtcNow());
        }
    }

    /// <summary>The same item, or the confirmation of one of our answers when that is what it is.</summary>
    public PostItem Recognise(PostItem item, string app)
    {
        if (
            item is not ForRouting { Content: InboundEcho { Text: { } text } echo }
            || item.Channel is not { } channel
            || !sent.TryRemove(Key(channel, app, item.Account, text), out var known)
            || known.At < time.GetUtcNow() - Kept
        )
        {
            return item;
        }

        var status = new MessageStatus(app, item.Account, echo.PlatformId, known.Part, DeliveryState.Sent, null, echo.SentAt);
        return new ForSending(item.Account, "echo", status) { Channel = channel };
    }

    private static string Key(string channel, string app, string account, string text) =>
        Ids.Hash($"{channel}|{app}|{account}|{text.Trim()}");

    private void Forget()
    {
        if (sent.Count >= Most)
        {
            var now = time.GetUtcNow();
            foreach (var old in sent.OrderBy(one => one.Value.At).Take(Most / 2).Where(one => one.Value.At < now))
            {
                sent.TryRemove(old);
            }
        }
    }
}
