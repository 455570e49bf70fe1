using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Contracts.Crises;

// The stream crisis-{guid v7}, written by Crisis; its tenant is the layer whose coordinator leads it: nl, a region id or a CBS code. Past tense,
// only ever added to. Times are UTC. Texts of colleagues name no resident: they are refused when they hold personal data.

/// <summary>A coordinator made a crisis ready beforehand; nothing is switched.</summary>
/// <param name="Layer">Whose coordinator leads it: <c>nl</c>, a region id or a CBS code.</param>
/// <param name="Scenario">Id of the scenario in the blueprint.</param>
/// <param name="Scope">Layer codes: <c>nl</c>, region ids, CBS codes.</param>
/// <param name="Municipality">Where <paramref name="By"/> works.</param>
public sealed record CrisisPrepared(
    Guid CrisisId,
    string Layer,
    string Scenario,
    string Title,
    IReadOnlyList<string> Scope,
    bool Exercise,
    string Why,
    string Municipality,
    AgentRef By,
    DateTimeOffset At
);

/// <summary>The inflow rose far above what this hour is used to: the hub proposes a crisis, and switches nothing.</summary>
/// <param name="Layer">The region of the municipalities, or the municipality that has none.</param>
/// <param name="Inflow">The figures, per municipality.</param>
public sealed record CrisisProposed(Guid CrisisId, string Layer, IReadOnlyList<RisenInflow> Inflow, DateTimeOffset At);

/// <summary>The inflow rose further, or in another municipality, while the proposal was open.</summary>
public sealed record ProposalRenewed(IReadOnlyList<RisenInflow> Inflow, DateTimeOffset At);

/// <summary>How much more comes in than usual.</summary>
/// <param name="Count">Messages between <paramref name="From"/> and <paramref name="Until"/>.</param>
/// <param name="Usual">What this stretch of this hour is used to.</param>
public sealed record RisenInflow(string Municipality, int Count, double Usual, DateTimeOffset From, DateTimeOffset Until);

/// <summary>Nothing comes of what was prepared or proposed.</summary>
public sealed record CrisisSetAside(string Why, string Municipality, AgentRef By, DateTimeOffset At);

/// <summary>A coordinator switched the crisis on: in the same transaction it is in force.</summary>
/// <param name="Scope">The layers it holds for from now on; empty when it waits for a second person before it holds anywhere.</param>
/// <param name="Grip">As told, per region; never derived.</param>
/// <param name="NationalStructure">The national crisis structure (NCC, ICCb, MCCb, NKC) is at work, as told.</param>
public sealed record CrisisDeclared(
    Guid CrisisId,
    string Layer,
    string Scenario,
    string Title,
    IReadOnlyList<string> Scope,
    bool Exercise,
    IReadOnlyList<GripLevel> Grip,
    bool NationalStructure,
    string Why,
    string Municipality,
    AgentRef By,
    DateTimeOffset At,
    DateTimeOffset? NextUpdate
);

/// <summary>A GRIP level of a region, as told.</summary>
/// <param name="Level">0 to 5.</param>
/// <param name="ToldBy">Who said so, by function: officier van dienst, meldkamer, voorzitter.</param>
public sealed record GripLevel(string Region, int Level, string ToldBy);

/// <summary>The whole country was asked for: a second coordinator of the nation has until <paramref name="Until"/> to confirm.</summary>
/// <param name="Meanwhile">The scope that holds as long, and for good when nobody confirms; empty when none was asked before.</param>
public sealed record NationalScopeAsked(
    IReadOnlyList<string> Meanwhile,
    DateTimeOffset Until,
    string Why,
    string Municipality,
    AgentRef By,
    DateTimeOffset At
);

/// <summary>A second coordinator of the nation confirmed: from this transaction on it holds for the whole country.</summary>
public sealed record NationalScopeConfirmed(string Municipality, AgentRef By, DateTimeOffset At);

/// <summary>Nobody confirmed in time, or a coordinator of the nation refused: the scope asked before stands.</summary>
/// <param name="By">Null when the time ran out.</param>
public sealed record NationalScopeFellBack(IReadOnlyList<string> Scope, string? Why, string? Municipality, AgentRef? By, DateTimeOffset At);

/// <summary>The crisis went to another phase; with scaling up or down its scope changed in the same transaction.</summary>
/// <param name="Scope">The layers it holds for from now on.</param>
public sealed record PhaseChanged(
    CrisisPhase From,
    CrisisPhase To,
    IReadOnlyList<string> Scope,
    string Why,
    string Municipality,
    AgentRef By,
    DateTimeOffset At
);

/// <summary>The life of a crisis.</summary>
public enum CrisisPhase
{
    /// <summary>The hub saw the inflow rise; nobody decided yet.</summary>
    Proposed,

    /// <summary>Ready to be declared.</summary>
    Prepared,

    /// <summary>Declared for the whole country, with nothing in force until a second person confirms.</summary>
    Asked,

    /// <summary>In force.</summary>
    Declared,

    /// <summary>In force, for more than before.</summary>
    ScaledUp,

    /// <summary>In force, for less than before.</summary>
    ScaledDown,

    /// <summary>No longer in force; what was switched is switched back.</summary>
    Ended,

    /// <summary>Aftercare: questions come in for weeks.</summary>
    Aftermath,

    /// <summary>Looking back.</summary>
    Evaluation,

    /// <summary>Evaluated.</summary>
    Closed,

    /// <summary>Prepared or proposed, and never declared.</summary>
    SetAside,
}

/// <summary>A region's GRIP level was told. Who approves what goes out follows from it, also for what waits for approval at this moment.</summary>
/// <param name="Before">The level before; null when none was told.</param>
public sealed record GripTold(
    string Region,
    int Level,
    string ToldBy,
    int? Before,
    ApprovingRole ApprovesBefore,
    ApprovingRole Approves,
    string? Why,
    string Municipality,
    AgentRef By,
    DateTimeOffset At
);

/// <summary>Whose yes a text needs before it goes out, by the level in the region (Wvr art. 7 and 39).</summary>
public enum ApprovingRole
{
    /// <summary>GRIP 0 to 2: the municipality's own head of communication.</summary>
    HeadOfCommunication,

    /// <summary>GRIP 3: the mayor's line.</summary>
    MayorsLine,

    /// <summary>GRIP 4 and 5: the regional chain, under the chair of the safety region.</summary>
    RegionalChain,
}

/// <summary>The national crisis structure is at work or no longer, as told.</summary>
public sealed record NationalStructureTold(bool AtWork, string? Why, string Municipality, AgentRef By, DateTimeOffset At);

/// <summary>When residents hear more.</summary>
/// <param name="Next">Null: no further update is promised.</param>
public sealed record NextUpdateSet(DateTimeOffset? Next, string Municipality, AgentRef By, DateTimeOffset At);

/// <summary>What goes out by itself and does not belong to the crisis stands still in these layers.</summary>
/// <param name="Kinds">What: <c>acknowledgements</c>, <c>plannedSends</c>, <c>surveys</c>.</param>
/// <param name="Except">Answers that the scenario names, and that go out all the same.</param>
public sealed record AutomationPaused(
    IReadOnlyList<string> Scope,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<string> Except,
    DateTimeOffset At
);

/// <summary>What stood still goes on in these layers.</summary>
public sealed record AutomationResumed(IReadOnlyList<string> Scope, IReadOnlyList<string> Kinds, DateTimeOffset At);

/// <summary>The crisis is over: from this transaction on the blueprint holds as without it.</summary>
/// <param name="Scope">The layers it held for until now.</param>
public sealed record CrisisEnded(IReadOnlyList<string> Scope, string Why, string Municipality, AgentRef By, DateTimeOffset At);

/// <summary>Another coordinator leads the crisis from now on.</summary>
/// <param name="ToMunicipality">Where the new owner works.</param>
public sealed record CrisisHandedOver(AgentRef To, string ToMunicipality, string Why, string Municipality, AgentRef By, DateTimeOffset At);

/// <summary>A step of the scenario's checklist was done, or not after all.</summary>
/// <param name="Step">Its words in the scenario.</param>
/// <param name="List"><c>checklist</c> or <c>scaleDown</c>.</param>
public sealed record ChecklistTicked(string List, string Step, bool Done, string Municipality, AgentRef By, DateTimeOffset At);

/// <summary>A colleague wrote something in the log.</summary>
public sealed record LogLineAdded(Guid LineId, string Words, string Municipality, AgentRef By, DateTimeOffset At);
