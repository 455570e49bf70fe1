using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Pools;

namespace WebcareHub.Routing.Pools;

/// <summary>Coming to work, going away for a moment and going home. Pure.</summary>
internal static class Attend
{
    public const int UsualCapacity = 5;
    public const int MostCapacity = 20;

    /// <summary>Who gives no sign of life for this long has gone.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The day a stretch of work that begins now belongs to.</summary>
    public static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Amsterdam).DateTime);

    /// <summary>How it is from now on.</summary>
    public static PresenceRow Next(PresenceRow before, SetPresence wanted, DateTimeOffset now)
    {
        var pools = wanted.Pools ?? before.Pools;
        var capacity = wanted.Capacity ?? before.Capacity;
        return before with
        {
            State = wanted.State,
            Capacity = capacity,
            Pools =
                wanted.State == PresenceState.Offline ? before.Pools : [.. pools.Distinct().OrderBy(pool => pool == PoolNames.National)],
            Since = before.State == wanted.State ? before.Since : now,
            Day = before.State == PresenceState.Offline ? Day(now) : before.Day,
        };
    }

    /// <summary>What is told of it; nothing for a sign of life.</summary>
    /// <param name="returned">How many questions went back.</param>
    public static IReadOnlyList<object> Decide(PresenceRow before, PresenceRow after, int returned, DateTimeOffset now)
    {
        var (agent, home) = (new AgentRef(after.Subject, after.Name), after.Municipality);
        return (before.State, after.State) switch
        {
            (PresenceState.Offline, PresenceState.Offline) or (PresenceState.Away, PresenceState.Away) => [],
            (_, PresenceState.Offline) => [new WentOffline(agent, home, false, returned, now)],
            (_, PresenceState.Away) => [new WentAway(agent, home, now)],
            (PresenceState.Online, _) when before.Pools.SequenceEqual(after.Pools) => before.Capacity == after.Capacity
                ? []
                : [new CapacityChanged(agent, home, after.Capacity, now)],
            _ => [new CameOnline(agent, home, after.Pools, after.Capacity, now)],
        };
    }
}
