using System.Collections.Concurrent;

namespace WebcareHub.PlatformSimulator.Webhooks;

/// <summary>The webhooks between two resets, with their counters.</summary>
internal sealed class Round
{
    public readonly ConcurrentQueue<WebhookPost> Posts = new();
    public int Waiting;
    public int Done;
    public int Attempts;
}
