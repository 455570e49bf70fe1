using Microsoft.Extensions.Options;
using WebcareHub.PlatformSimulator.Client;

namespace WebcareHub.PlatformSimulator.Webhooks;

/// <summary>How webhooks behave at the moment; a test changes it while running.</summary>
internal sealed class Manner(IOptions<SimulatorOptions> options, SimulatorClock clock)
{
    public bool Twice { get; private set; }

    public bool OutOfOrder { get; private set; }

    public bool Silent { get; private set; }

    public bool Unread { get; private set; }

    public int StatusDelayMilliseconds { get; private set; } = options.Value.StatusDelayMilliseconds;

    public Uri Hub { get; private set; } = new(options.Value.Hub);

    /// <summary>Where what happens at pages goes: beside the address for WhatsApp, unless a test says otherwise.</summary>
    public Uri MetaHub => metaHub ?? new Uri(Hub.ToString().Replace("/channels/whatsapp/", "/channels/meta/", StringComparison.Ordinal));

    private Uri? metaHub;

    public void Change(Behaviour behaviour)
    {
        Twice = behaviour.Twice ?? Twice;
        OutOfOrder = behaviour.OutOfOrder ?? OutOfOrder;
        Silent = behaviour.Silent ?? Silent;
        Unread = behaviour.Unread ?? Unread;
        StatusDelayMilliseconds = behaviour.StatusDelayMilliseconds ?? StatusDelayMilliseconds;
        Hub = behaviour.Hub is { } hub ? new Uri(hub) : Hub;
        metaHub = behaviour.MetaHub is { } meta ? new Uri(meta) : metaHub;
        if (behaviour.ClockOffsetSeconds is { } seconds)
            clock.Offset = TimeSpan.FromSeconds(seconds);
    }

    public void Reset() => Change(new Behaviour(false, false, options.Value.StatusDelayMilliseconds, false, false, null, 0));
}
