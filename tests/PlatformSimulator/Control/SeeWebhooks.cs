using WebcareHub.PlatformSimulator.Client;
using WebcareHub.PlatformSimulator.Webhooks;

namespace WebcareHub.PlatformSimulator.Control;

internal static class SeeWebhooks
{
    /// <summary>Webhooks after <paramref name="after"/>, oldest first.</summary>
    public static IEnumerable<WebhookSeen> Get(Outbox outbox, long after = 0, int limit = 1000, string? kind = null, bool? done = null) =>
        outbox
            .All.Where(post => post.Id > after && (kind ?? post.Kind) == post.Kind && (done ?? post.Done) == post.Done)
            .OrderBy(post => post.Id)
            .Take(limit)
            .Select(post => new WebhookSeen(post.Id, post.Kind, post.Number, post.MessageIds, post.Answers, post.Done, post.DeliveryId));
}
