using WebcareHub.Contracts.Bus;
using WebcareHub.ServiceDefaults.Bus;

namespace WebcareHub.Crisis.Speaking;

/// <summary>Tells open screens that there is something new. Only a hint: what changed is written already.</summary>
internal sealed partial class Hints(ILogger<Hints> log, OutgoingBus? bus = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    internal async Task GiveAsync(CrisisChanged changed)
    {
        if (bus is null)
            return;
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            await bus.PublishAsync(changed, patience.Token);
        }
#pragma warning disable CA1031 // It is done already; every node reads the epoch row by itself, and screens look again by themselves.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            Lost(log, trouble, changed.CrisisId);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Crisis {Crisis} has changed, but the bus did not take the hint")]
    private static partial void Lost(ILogger logger, Exception trouble, Guid crisis);
}
