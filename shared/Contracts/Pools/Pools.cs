using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Contracts.Pools;

// The stream pool-{code}, tenant the pool's layer, written by Routing. Times are UTC.

/// <summary>On which terms a municipality takes part.</summary>
/// <param name="Share">Its weight in what the pool does: twice the share, twice the help. From 1 to 100.</param>
/// <param name="OwnFirst">Its own colleagues take its own questions before those of others.</param>
/// <param name="BlockedTopics">Topics it never shares, with all under them.</param>
public sealed record PoolTerms(int Share, bool OwnFirst, IReadOnlyList<string> BlockedTopics);

/// <summary>A municipality takes part in a pool, or goes on with other terms.</summary>
/// <param name="Reached">Ids of the goals of the first maturity level that it has reached.</param>
public sealed record MunicipalityJoinedPool(
    string Pool,
    string Municipality,
    PoolTerms Terms,
    IReadOnlyList<string> Reached,
    AgentRef By,
    DateTimeOffset At
);

/// <summary>A municipality no longer takes part.</summary>
public sealed record MunicipalityLeftPool(string Pool, string Municipality, AgentRef By, DateTimeOffset At);

/// <summary>A colleague may work in a pool, or is known there with other skills.</summary>
/// <param name="Municipality">Where they work.</param>
/// <param name="Channels">Empty: all of them.</param>
/// <param name="Topics">With all under them; empty: all of them.</param>
/// <param name="Languages">Codes: nl, fy, en, …</param>
/// <param name="Capacity">How many questions at once.</param>
/// <param name="Reserve">Helps only when asked.</param>
public sealed record AgentAdmittedToPool(
    string Pool,
    AgentRef Agent,
    string Municipality,
    IReadOnlyList<string> Channels,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Languages,
    int Capacity,
    bool Reserve,
    AgentRef By,
    DateTimeOffset At
);

/// <summary>A colleague no longer works in a pool.</summary>
public sealed record AgentLeftPool(string Pool, AgentRef Agent, string Municipality, AgentRef By, DateTimeOffset At);

/// <summary>A shift was planned. It belongs to the day it starts (Europe/Amsterdam).</summary>
/// <param name="Places">How many colleagues it asks for.</param>
public sealed record ShiftPlanned(
    string Pool,
    Guid ShiftId,
    DateTimeOffset From,
    DateTimeOffset Until,
    int Places,
    AgentRef By,
    DateTimeOffset At
);

/// <summary>A planned shift does not go on.</summary>
public sealed record ShiftCancelled(string Pool, Guid ShiftId, AgentRef By, DateTimeOffset At);

/// <summary>A colleague signed up for a shift.</summary>
public sealed record ShiftTaken(string Pool, Guid ShiftId, AgentRef Agent, string Municipality, DateTimeOffset At);

/// <summary>A colleague cannot come after all.</summary>
public sealed record ShiftGivenUp(string Pool, Guid ShiftId, AgentRef Agent, string Municipality, DateTimeOffset At);

/// <summary>A colleague handed a shift over to another.</summary>
public sealed record ShiftHandedOver(
    string Pool,
    Guid ShiftId,
    AgentRef From,
    string FromMunicipality,
    AgentRef To,
    string ToMunicipality,
    DateTimeOffset At
);
