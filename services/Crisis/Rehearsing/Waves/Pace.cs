namespace WebcareHub.Crisis.Rehearsing.Waves;

/// <summary>How fast a wave comes, since it last began to run.</summary>
/// <param name="Factor">How many times faster than real.</param>
/// <param name="PerMinute">Not more than this in a real minute; null: as it comes.</param>
/// <param name="Position">How far it was in its own time when it began.</param>
/// <param name="BeganSent">How many had come then.</param>
internal sealed record Pace(double Factor, int? PerMinute, TimeSpan Position, DateTimeOffset BeganAt, int BeganSent)
{
    /// <summary>How far it is in its own time.</summary>
    public TimeSpan At(DateTimeOffset now) => Position + (Past(now) * Factor);

    /// <summary>How many messages must have come by now.</summary>
    public int Due(Script script, DateTimeOffset now)
    {
        var come = script.Until(At(now));
        return PerMinute is { } most ? (int)Math.Min(come, BeganSent + (Past(now).TotalMinutes * most)) : come;
    }

    /// <summary>When its last message comes if nothing holds it up.</summary>
    public DateTimeOffset EndsAt(Script script)
    {
        var byShape = BeganAt + ((script.Length - Position) / Factor);
        var byPace = PerMinute is { } most ? BeganAt + TimeSpan.FromMinutes((script.Messages - BeganSent) / (double)most) : byShape;
        return byShape > byPace ? byShape : byPace;
    }

    private TimeSpan Past(DateTimeOffset now) => now > BeganAt ? now - BeganAt : TimeSpan.Zero;
}
