using System.Text.Json;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.Channels.Sending;

/// <summary>
/// What an account said, as the platform tells it back. Most of it is an answer of ours: known by the platform's id, or, while its call is under way or
/// broke off, by what it says and to whom; it settles that part. The rest was said outside this hub, and Routing hears it.
/// </summary>
internal sealed class Echoes(HotPublisher publisher, Pseudonyms pseudonyms, Vault vault)
{
    /// <summary>What was said, as <see cref="Fingerprints"/> knows it; null for what is no echo, or holds no text.</summary>
    public string? Fingerprint(Inbound? echo) =>
        echo is { Content: InboundEcho said } ? pseudonyms.Fingerprint(echo.Channel, echo.Account, said.Text) : null;

    /// <summary>Whether this echo, which says the same, is of this part, of which the platform's id is not known yet.</summary>
    public async Task<bool> IsOfAsync(Inbound echo, KnownPart part, CancellationToken ct)
    {
        if (part.State is not (DeliveryState.Sending or DeliveryState.Uncertain) || part.Key is not null || part.Content is null)
        {
            return false;
        }

        var said = (InboundEcho)echo.Content;
        if (said.Visibility == Visibility.Public)
        {
            return true;
        }

        var plain = await vault.OpenForAsync(part.Municipality, part.Resident, part.Content, ct);
        var content = plain is null ? null : JsonSerializer.Deserialize(plain, ContentJson.Default.PartContent);
        return content is not null && said.Recipient.Ids.Intersect(content.To).Any();
    }

    /// <summary>Those that are nobody's answer go on to Routing, under the key they came with.</summary>
    public Task PassOnAsync(IEnumerable<Inbound> echoes, CancellationToken ct)
    {
        HotMessage[] messages =
        [
            .. echoes.Select(echo => new HotMessage(
                Queues.RoutingInbound,
                JsonSerializer.SerializeToUtf8Bytes(echo, InboundJson.Default.Inbound),
                echo.EventKey,
                echo.Municipality
            )),
        ];
        return messages.Length == 0 ? Task.CompletedTask : publisher.PublishAsync(messages, ct);
    }
}
