namespace WebcareHub.ServiceDefaults.Clock;

/// <summary>The time of day for everything the hub decides. In Development it can be moved; elsewhere it is the system's.</summary>
internal sealed class HubClock : TimeProvider
{
    private long _offsetSeconds;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddSeconds(Volatile.Read(ref _offsetSeconds));

    internal void MoveTo(long offsetSeconds) => Volatile.Write(ref _offsetSeconds, offsetSeconds);
}
