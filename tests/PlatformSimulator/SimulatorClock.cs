namespace WebcareHub.PlatformSimulator;

/// <summary>The platform's clock, which a test can move to close a window.</summary>
internal sealed class SimulatorClock : TimeProvider
{
    private long offsetTicks;

    public TimeSpan Offset
    {
        get => new(Interlocked.Read(ref offsetTicks));
        set => Interlocked.Exchange(ref offsetTicks, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
}
