using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Contracts.Pools;

// The stream shift-{agent}-{date}, tenant the colleague's own municipality, date the day it starts (Europe/Amsterdam, yyyy-MM-dd). Times are UTC.

/// <summary>A colleague is at work.</summary>
/// <param name="Pools">Where they help, beside their own municipality; may be empty.</param>
/// <param name="Capacity">How many questions at once.</param>
public sealed record CameOnline(AgentRef Agent, string Municipality, IReadOnlyList<string> Pools, int Capacity, DateTimeOffset At);

/// <summary>A short absence: keeps what they have, gets nothing new.</summary>
public sealed record WentAway(AgentRef Agent, string Municipality, DateTimeOffset At);

/// <summary>Gone home. What was not answered went back.</summary>
/// <param name="Silent">No sign of life for five minutes.</param>
/// <param name="Returned">How many questions went back.</param>
public sealed record WentOffline(AgentRef Agent, string Municipality, bool Silent, int Returned, DateTimeOffset At);

/// <summary>Takes more or fewer questions at once from now on.</summary>
public sealed record CapacityChanged(AgentRef Agent, string Municipality, int Capacity, DateTimeOffset At);
