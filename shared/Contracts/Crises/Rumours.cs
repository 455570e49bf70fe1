using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Contracts.Crises;

// The stream rumour-{guid v7}, written by Crisis; its tenant is the layer it goes round in, and for an exercise oef. before it. Past tense, only
// ever added to. Times are UTC. Texts name no resident: they are refused when they hold personal data.

/// <summary>Something goes round.</summary>
/// <param name="Layer"><c>nl</c>, a region id or a CBS code.</param>
/// <param name="Area">Layer codes: where it goes round.</param>
/// <param name="Claim">What is said, in one sentence.</param>
/// <param name="Spread">Where and how far, in words.</param>
/// <param name="Seen">How many messages about it were seen.</param>
/// <param name="Municipality">Where <paramref name="By"/> works.</param>
public sealed record RumourRegistered(
    Guid RumourId,
    Guid CrisisId,
    string Layer,
    IReadOnlyList<string> Area,
    string Claim,
    string Spread,
    int Seen,
    string Municipality,
    AgentRef By,
    DateTimeOffset At
);

/// <summary>It goes further round, or less.</summary>
public sealed record RumourSpreadNoted(string Spread, int Seen, string Municipality, AgentRef By, DateTimeOffset At);

/// <summary>What is known about whether it is true changed.</summary>
/// <param name="Basis">On what ground: who checked, with whom.</param>
public sealed record RumourStatusChanged(RumourStatus Status, string Basis, string Municipality, AgentRef By, DateTimeOffset At);

/// <summary>What is known about a rumour.</summary>
public enum RumourStatus
{
    /// <summary>Nobody knows yet.</summary>
    NotVerified,

    /// <summary>It is not so.</summary>
    False,

    /// <summary>It is so.</summary>
    True,
}

/// <summary>Somebody sees to it from now on.</summary>
/// <param name="OwnerMunicipality">CBS code of where the owner works.</param>
public sealed record RumourOwned(AgentRef Owner, string OwnerMunicipality, string Municipality, AgentRef By, DateTimeOffset At);

/// <summary>What residents hear about it, on the public pages of the area too; a later answer takes its place.</summary>
/// <param name="Answer">With slots. Null: the answer before it no longer holds.</param>
public sealed record RumourAnswered(string? Answer, string Municipality, AgentRef By, DateTimeOffset At);
