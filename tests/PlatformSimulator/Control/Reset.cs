using WebcareHub.PlatformSimulator.Meta;
using WebcareHub.PlatformSimulator.Platform;
using WebcareHub.PlatformSimulator.Webhooks;

namespace WebcareHub.PlatformSimulator.Control;

internal static class Reset
{
    /// <summary>Forgets all chats, webhooks, orders and manners; numbers, templates and files stay.</summary>
    public static void Post(Chats chats, Tally tally, Outbox outbox, Failures failures, Manner manner, Pen pen, Walls walls)
    {
        chats.Clear();
        tally.Clear();
        outbox.Clear();
        failures.Clear();
        manner.Reset();
        pen.Forget();
        walls.Clear();
    }
}
