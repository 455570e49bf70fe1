using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace WebcareHub.ServiceDefaults.Telemetry;

/// <summary>What the hub tells about itself. Never text, names, numbers or tokens of people; municipality and channel codes only.</summary>
public static class Signals
{
    /// <summary>Name of the meter and the activity source.</summary>
    public const string Name = "WebcareHub";

    /// <summary>Our own spans.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Our own figures.</summary>
    public static Meter Meter { get; } = new(Name);

    /// <summary>Messages accepted from a platform and confirmed by the broker.</summary>
    public static Counter<long> Accepted { get; } = Meter.CreateCounter<long>("webcare.accepted", "{message}");

    /// <summary>Messages routed.</summary>
    public static Counter<long> Routed { get; } = Meter.CreateCounter<long>("webcare.routed", "{message}");

    /// <summary>Parts of answers the platform gave an id for.</summary>
    public static Counter<long> Sent { get; } = Meter.CreateCounter<long>("webcare.sent", "{part}");

    /// <summary>Parts of answers of which nobody knows whether the platform has them.</summary>
    public static Counter<long> Uncertain { get; } = Meter.CreateCounter<long>("webcare.uncertain", "{part}");

    /// <summary>Messages dead-lettered.</summary>
    public static Counter<long> Dead { get; } = Meter.CreateCounter<long>("webcare.dead", "{message}");

    /// <summary>Sealed bodies that could not be opened while somebody was forgotten.</summary>
    public static Counter<long> Unopened { get; } = Meter.CreateCounter<long>("webcare.unopened", "{body}");
}
