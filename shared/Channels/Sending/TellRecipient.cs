using System.Text.Json;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.Channels.Sending;

/// <summary>
/// The platform took an answer for one id and told another of the same person: Routing hears it as it hears a change of ids, so that who answers
/// from the other one is known. Told again with the next answer when it gets lost.
/// </summary>
internal sealed class TellRecipient(HotPublisher publisher, Pseudonyms pseudonyms, TimeProvider time)
{
    public Task TellAsync(string channel, OutboundPart part, PlatformPerson recipient, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var key = pseudonyms.Hash($"{channel}|{part.Account}|recipient|{string.Join(',', recipient.Ids)}");
        var inbound = new Inbound(
            Guid.CreateVersion7(now),
            0,
            part.Municipality,
            channel,
            part.App,
            part.Account,
            now,
            key,
            new InboundIdentityChange(recipient, recipient, now)
        );
        var body = JsonSerializer.SerializeToUtf8Bytes(inbound, InboundJson.Default.Inbound);
        return publisher.PublishAsync([new HotMessage(Queues.RoutingInbound, body, key, part.Municipality)], ct);
    }
}
