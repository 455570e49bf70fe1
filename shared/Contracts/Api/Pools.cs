using WebcareHub.Contracts.Pools;

namespace WebcareHub.Contracts.Api;

// Pools of colleagues that help one another. A pool has the code of its layer: a region id, or nl.
//   GET    /pools                                         the pools that are there for the caller (PoolSummary)
//   GET    /pools/{pool}                                  members, colleagues, what joining asks (PoolDetail)
//   PUT    /pools/{pool}/members/{municipality} · DELETE  take part (JoinPool): its manager or admin, or the pool's keeper
//   PUT    /pools/{pool}/agents/{municipality}/{subject} · DELETE   admit a colleague (AdmitAgent)
//   GET    /pools/{pool}/shifts?from=&until=              shifts (PoolShift)
//   POST   /pools/{pool}/shifts                           plan one (PlanShift): the pool's keeper
//   DELETE /pools/{pool}/shifts/{id}                      it does not go on: the pool's keeper
//   POST   /pools/{pool}/shifts/{id}/take · /give-up · /hand-over   a colleague of the pool, for themselves
//   GET    /pools/{pool}/now                              the pool now (PoolNow)
//   GET    /pools/held                                    what the caller has of other municipalities (ConversationRow)
//   GET    /presence · PUT                                the caller at work (Presence, SetPresence). PUT once a minute is the sign of life
//   POST   /conversations/next                            own municipality first where its terms say so, then the pools the caller is in now
//   POST   /conversations/{id}/share                      the owner opens it by hand (ShareConversation)
//   POST   /conversations/{id}/take-back                  the owner takes it back: closed and the owner's at once

/// <summary>A pool in a list.</summary>
/// <param name="Name">regio Wadden, landelijke pool.</param>
/// <param name="TakesPart">The caller's municipality does.</param>
/// <param name="Works">The caller may work in it.</param>
/// <param name="Keeps">The caller keeps its members, colleagues and shifts.</param>
public sealed record PoolSummary(string Code, string Name, bool TakesPart, bool Works, bool Keeps);

/// <summary>A whole pool.</summary>
/// <param name="Asked">What taking part asks for: the first level of maturity.</param>
public sealed record PoolDetail(
    PoolSummary Pool,
    IReadOnlyList<PoolMember> Members,
    IReadOnlyList<PoolAgent> Agents,
    IReadOnlyList<MaturityItem> Asked
);

/// <summary>A municipality in a pool.</summary>
/// <param name="Reached">Ids of what it has reached of what was asked.</param>
public sealed record PoolMember(
    string Municipality,
    string MunicipalityName,
    PoolTerms Terms,
    IReadOnlyList<string> Reached,
    DateTimeOffset JoinedAt
);

/// <summary>Something a municipality must have before it takes part.</summary>
/// <param name="Id">Of the goal in the blueprint.</param>
/// <param name="Measure">By what to see it, Dutch.</param>
public sealed record MaturityItem(string Id, string Title, string Text, string? Measure);

/// <summary>Take part, or change the terms. Everything of the first level must be reached.</summary>
public sealed record JoinPool(int Share, bool OwnFirst, IReadOnlyList<string>? BlockedTopics, IReadOnlyList<string>? Reached);

/// <summary>A colleague in a pool.</summary>
/// <param name="Subject">Subject of their sign-in.</param>
public sealed record PoolAgent(
    string Subject,
    string Name,
    string Municipality,
    string MunicipalityName,
    IReadOnlyList<string> Channels,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Languages,
    int Capacity,
    bool Reserve
);

/// <summary>Admit a colleague, or change what they do.</summary>
/// <param name="Capacity">From 1 to 20; 5 when nothing is said.</param>
public sealed record AdmitAgent(
    string? Name,
    IReadOnlyList<string>? Channels = null,
    IReadOnlyList<string>? Topics = null,
    IReadOnlyList<string>? Languages = null,
    int? Capacity = null,
    bool Reserve = false
);

/// <summary>A shift with who comes.</summary>
public sealed record PoolShift(
    Guid Id,
    string Pool,
    DateTimeOffset From,
    DateTimeOffset Until,
    int Places,
    IReadOnlyList<ShiftPlace> Taken
);

/// <summary>A colleague on a shift.</summary>
public sealed record ShiftPlace(string Subject, string Name, string Municipality, string MunicipalityName, bool Mine);

/// <summary>Plan a shift of at most 24 hours.</summary>
public sealed record PlanShift(DateTimeOffset From, DateTimeOffset Until, int Places);

/// <summary>To whom a shift goes: a colleague of the same pool.</summary>
public sealed record HandOverShift(string? Municipality, string? Subject);

/// <summary>Whether a colleague is at work.</summary>
public enum PresenceState
{
    /// <summary>Gets questions.</summary>
    Online,

    /// <summary>Keeps what they have, gets nothing new.</summary>
    Away,

    /// <summary>Not at work.</summary>
    Offline,
}

/// <summary>The caller at work.</summary>
/// <param name="Pools">Where they help now.</param>
/// <param name="Open">Questions they have that are not answered.</param>
/// <param name="Choices">The pools they may work in.</param>
public sealed record Presence(
    PresenceState State,
    int Capacity,
    IReadOnlyList<string> Pools,
    int Open,
    DateTimeOffset? Since,
    IReadOnlyList<PoolSummary> Choices
);

/// <summary>Come, go, or say that one is still there. What is null stays as it was; offline returns what was not answered.</summary>
/// <param name="Capacity">From 1 to 20.</param>
/// <param name="Pools">Where to help from now on; empty: nowhere.</param>
public sealed record SetPresence(PresenceState State, int? Capacity = null, IReadOnlyList<string>? Pools = null);

/// <summary>A pool now.</summary>
/// <param name="AtRisk">Due within a quarter of an hour and not taken.</param>
/// <param name="Busy">Questions that colleagues of the pool have and did not answer yet.</param>
public sealed record PoolNow(
    string Pool,
    string Name,
    DateTimeOffset At,
    int Waiting,
    int AtRisk,
    int Overdue,
    int Busy,
    IReadOnlyList<PoolWaiting> Municipalities,
    IReadOnlyList<PoolColleague> Colleagues
);

/// <summary>What of one municipality waits for the pool.</summary>
/// <param name="Share">Its weight in the pool's terms.</param>
/// <param name="OldestWaitingSince">Since when the oldest one waits; null when none does.</param>
public sealed record PoolWaiting(
    string Municipality,
    string MunicipalityName,
    int Share,
    int Waiting,
    int AtRisk,
    int Overdue,
    DateTimeOffset? OldestWaitingSince,
    DateTimeOffset? NextDueAt
);

/// <summary>A colleague at work in a pool. How much they have is theirs alone to see.</summary>
public sealed record PoolColleague(string Name, string Municipality, string MunicipalityName, PresenceState State, DateTimeOffset Since);

/// <summary>Ask a pool for help with one question. Null: the municipality's region.</summary>
/// <param name="Reason">Dutch, at most 200 characters, without personal data; null for the usual sentence.</param>
public sealed record ShareConversation(string? Pool = null, string? Reason = null);

/// <summary>How a conversation is shared, for who looks at it.</summary>
/// <param name="OpenTo">The pools that may help now; empty: none.</param>
/// <param name="Why">One Dutch sentence; null when it is not open.</param>
/// <param name="HelpedBy">Name and municipality of who has it through a pool; null when nobody has.</param>
/// <param name="Helping">The caller is such a colleague of another municipality.</param>
/// <param name="MayShare">The caller may open it: to these pools.</param>
/// <param name="MayTakeBack">The caller may take it back.</param>
public sealed record ConversationSharing(
    IReadOnlyList<PoolName> OpenTo,
    string? Why,
    string? HelpedBy,
    bool Helping,
    IReadOnlyList<PoolName> MayShare,
    bool MayTakeBack
);

/// <summary>A pool by name.</summary>
public sealed record PoolName(string Code, string Name);
