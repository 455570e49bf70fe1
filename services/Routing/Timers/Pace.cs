namespace WebcareHub.Routing.Timers;

/// <summary>Lets work that is counted in days rest for a minute once there is nothing left to do.</summary>
internal sealed class Pace
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);
    private DateTimeOffset _next;

    /// <summary>A clock that was set back does not keep it waiting.</summary>
    public bool Rests(DateTimeOffset now) => now < _next && _next - now <= Between;

    /// <summary>How much was done; nothing means rest.</summary>
    public int Did(int done, DateTimeOffset now)
    {
        if (done == 0)
            _next = now + Between;
        return done;
    }
}
