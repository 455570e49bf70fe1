using WebcareHub.Contracts.Crises;

namespace WebcareHub.Contracts.Api;

// The crisis itself. Every command answers the crisis as it is then (CrisisDetail); refusals are Dutch sentences in problem details.
//   GET    /crises?state=&after=&limit=          active, prepared or past; newest first (CrisisPage)
//   GET    /crises/banner                        what a colleague of a municipality in scope must know (CrisisBanner)
//   GET    /crises/proposals                     open proposals of the hub, for coordinators (CrisisProposals)
//   GET    /crises/scenarios?layer=              the scenarios of a layer (CrisisScenarios)
//   GET    /crises/offices                       for which layers the caller is coordinator (CrisisOffices)
//   GET    /crises/preview?scenario=&scope=&scope=&exercise=   what would happen (CrisisPreview)
//   POST   /crises                               prepare one (PrepareCrisis): 201
//   POST   /crises/declare                       declare, prepared or not (DeclareCrisis)
//   GET    /crises/{id}                          one (CrisisDetail)
//   POST   /crises/{id}/confirm                  the second person: the whole country, or not (ConfirmNational)
//   POST   /crises/{id}/scope                    scale up or down (ChangeScope)
//   POST   /crises/{id}/end                      (WithReason)
//   POST   /crises/{id}/phase                    aftermath, evaluation, closed (ChangePhase)
//   POST   /crises/{id}/set-aside                nothing comes of what was prepared or proposed (WithReason)
//   PUT    /crises/{id}/grip                     as told (TellGrip)
//   PUT    /crises/{id}/national-structure       as told (TellNationalStructure)
//   PUT    /crises/{id}/next-update              (SetNextUpdate)
//   PUT    /crises/{id}/owner                    hand over to another coordinator (HandOverCrisis)
//   PUT    /crises/{id}/checklist                tick a step (TickStep)
//   GET    /crises/{id}/log                      reads like a report (CrisisLog)
//   GET    /crises/{id}/log/table                the same as a table
//   POST   /crises/{id}/log                      add a line (NewLogLine)

/// <summary>Which crises a list shows.</summary>
public enum CrisisState
{
    /// <summary>In force, or waiting for the second person.</summary>
    Active,

    /// <summary>Ready to be declared.</summary>
    Prepared,

    /// <summary>Ended, in aftermath, evaluated.</summary>
    Past,
}

/// <summary>A crisis in a list.</summary>
/// <param name="Layer">Whose coordinator leads it.</param>
/// <param name="ScenarioTitle">As the blueprint has it now.</param>
/// <param name="Scope">Where it is in force, or would be.</param>
/// <param name="Owner">Name of who leads it; null for a proposal.</param>
/// <param name="OwnerMunicipality">CBS code of where they work.</param>
/// <param name="Since">Since when it is in this phase.</param>
/// <param name="DeclaredAt">Null as long as it is not declared.</param>
/// <param name="NextUpdate">When residents hear more.</param>
public sealed record CrisisSummary(
    Guid Id,
    string Layer,
    string? Scenario,
    string? ScenarioTitle,
    string Title,
    IReadOnlyList<ScopePart> Scope,
    bool Exercise,
    CrisisPhase Phase,
    string? Owner,
    string? OwnerMunicipality,
    DateTimeOffset Since,
    DateTimeOffset? DeclaredAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? NextUpdate
);

/// <summary>A page of crises; <paramref name="Next"/> is the key of the following page, null at the end.</summary>
public sealed record CrisisPage(IReadOnlyList<CrisisSummary> Items, string? Next);

/// <summary>A layer of a scope, in words.</summary>
/// <param name="Code"><c>nl</c>, a region id or a CBS code.</param>
/// <param name="Name">"Heel Nederland", "Regio Wadden", "Schiermonnikoog".</param>
/// <param name="Municipalities">How many municipalities it holds.</param>
public sealed record ScopePart(string Code, string Name, int Municipalities);

/// <summary>A crisis in full.</summary>
/// <param name="Version">Of its stream.</param>
/// <param name="Why">Why it was declared, or prepared.</param>
/// <param name="National">The question for the whole country that waits for a second person; null when none does.</param>
/// <param name="Grip">As told, per region.</param>
/// <param name="Plan">The scenario as the blueprint has it now; null when it is gone, or for a proposal.</param>
/// <param name="Done">The steps of the checklists that are done.</param>
/// <param name="Paused">What goes out by itself and stands still: acknowledgements, plannedSends, surveys.</param>
/// <param name="Inflow">The figures behind a proposal of the hub.</param>
/// <param name="May">What the caller may do now: declare, confirm, scope, end, aftermath, evaluation, closed, setAside, grip, nextUpdate, owner, checklist, log.</param>
public sealed record CrisisDetail(
    CrisisSummary Crisis,
    long Version,
    string? Why,
    NationalQuestion? National,
    IReadOnlyList<GripShown> Grip,
    bool NationalStructure,
    ScenarioPlan? Plan,
    IReadOnlyList<StepDone> Done,
    IReadOnlyList<string> Paused,
    IReadOnlyList<RisenInflow> Inflow,
    IReadOnlyList<string> May
);

/// <summary>Waits for a second coordinator of the nation.</summary>
/// <param name="AskedBy">Name of who asked, and cannot confirm.</param>
/// <param name="Meanwhile">Where it holds as long; also afterwards, when nobody confirms.</param>
public sealed record NationalQuestion(string AskedBy, DateTimeOffset AskedAt, DateTimeOffset Until, IReadOnlyList<ScopePart> Meanwhile);

/// <summary>A GRIP level, and whose yes a text needs because of it.</summary>
public sealed record GripShown(
    string Region,
    string RegionName,
    int Level,
    string ToldBy,
    ApprovingRole Approves,
    string By,
    DateTimeOffset At
);

/// <summary>A step that was done.</summary>
/// <param name="List"><c>checklist</c> or <c>scaleDown</c>.</param>
public sealed record StepDone(string List, string Step, string By, DateTimeOffset At);

/// <summary>The layers the caller may declare a crisis for.</summary>
/// <param name="Coordinator">Where the caller is coordinator, with everything that lies within.</param>
public sealed record CrisisOffices(IReadOnlyList<CrisisOffice> Coordinator);

/// <summary>An office of the caller.</summary>
/// <param name="Layer"><c>nl</c>, a region id or a CBS code.</param>
/// <param name="Within">The layers a scope may name under this office, the layer itself first.</param>
public sealed record CrisisOffice(string Layer, string Name, IReadOnlyList<ScopePart> Within);

/// <summary>Make a crisis ready beforehand.</summary>
/// <param name="Title">At most 120 characters; null: the scenario's.</param>
/// <param name="Scope">Layer codes, all of them within one layer the caller is coordinator of.</param>
/// <param name="Why">At most 1,000 characters, without personal data.</param>
public sealed record PrepareCrisis(string Scenario, string? Title, IReadOnlyList<string> Scope, bool Exercise, string Why);

/// <summary>Switch a crisis on.</summary>
/// <param name="CrisisId">What was prepared or proposed; null: a new one.</param>
/// <param name="Scope">Layer codes; with <c>nl</c> a second coordinator of the nation has to confirm.</param>
/// <param name="Meanwhile">With <c>nl</c>: where it holds until then, and for good when nobody confirms; null: nowhere.</param>
/// <param name="Grip">As told, per region; null: nothing told yet.</param>
/// <param name="NextUpdate">When residents hear more.</param>
public sealed record DeclareCrisis(
    Guid? CrisisId,
    string Scenario,
    string? Title,
    IReadOnlyList<string> Scope,
    IReadOnlyList<string>? Meanwhile,
    bool Exercise,
    IReadOnlyList<GripLevel>? Grip,
    bool NationalStructure,
    DateTimeOffset? NextUpdate,
    string Why
);

/// <summary>The second person's word.</summary>
/// <param name="Agreed">False: it falls back at once.</param>
/// <param name="Why">Needed when not agreed.</param>
public sealed record ConfirmNational(bool Agreed, string? Why);

/// <summary>Scale up or down: the scope as it has to be. Adding <c>nl</c> asks for a second coordinator of the nation; until then the scope stays.</summary>
public sealed record ChangeScope(IReadOnlyList<string> Scope, string Why);

/// <summary>After the end: <c>aftermath</c>, <c>evaluation</c>, <c>closed</c>.</summary>
public sealed record ChangePhase(CrisisPhase Phase, string Why);

/// <summary>A region's GRIP level as told.</summary>
/// <param name="Level">0 to 5.</param>
/// <param name="ToldBy">Who said so, by function; at most 200 characters.</param>
public sealed record TellGrip(string Region, int Level, string ToldBy, string? Why);

/// <summary>The national crisis structure, as told.</summary>
public sealed record TellNationalStructure(bool AtWork, string? Why);

/// <summary>When residents hear more; null takes the promise back.</summary>
public sealed record SetNextUpdate(DateTimeOffset? Next);

/// <summary>Hand the crisis over to another coordinator of its layer.</summary>
public sealed record HandOverCrisis(string Municipality, string Subject, string Why);

/// <summary>Tick a step, or untick it.</summary>
/// <param name="List"><c>checklist</c> or <c>scaleDown</c>.</param>
public sealed record TickStep(string List, string Step, bool Done);

/// <summary>A line for the log, at most 2,000 characters, without personal data.</summary>
public sealed record NewLogLine(string Words);

/// <summary>The log, oldest first: what was done, by whom and why, in Dutch sentences.</summary>
public sealed record CrisisLog(CrisisSummary Crisis, IReadOnlyList<CrisisLogLine> Lines);

/// <summary>One line of the log.</summary>
/// <param name="Kind">Name of the event, for a mark beside it: declared, scopeChanged, gripTold, note, ….</param>
/// <param name="By">Name of who did it; null when the hub did.</param>
/// <param name="Municipality">Name of where they work.</param>
public sealed record CrisisLogLine(DateTimeOffset At, string Kind, string Sentence, string? Why, string? By, string? Municipality);

/// <summary>Open proposals of the hub for the layers the caller is coordinator of.</summary>
public sealed record CrisisProposals(IReadOnlyList<CrisisProposal> Items);

/// <summary>A proposal: the inflow rose.</summary>
/// <param name="Sentence">The figures in words.</param>
public sealed record CrisisProposal(
    Guid Id,
    string Layer,
    string LayerName,
    string Sentence,
    IReadOnlyList<RisenInflow> Inflow,
    DateTimeOffset At,
    DateTimeOffset LastAt
);

/// <summary>The crises that hold in the caller's municipality, real ones first; empty in quiet times.</summary>
/// <param name="AsksYou">The caller can confirm something now that waits for a second person.</param>
/// <param name="ProposesToYou">Open proposals the caller can decide on.</param>
public sealed record CrisisBanner(IReadOnlyList<BannerLine> Items, bool AsksYou, int ProposesToYou);

/// <summary>One crisis in the banner.</summary>
/// <param name="NationalUntil">It waits for a second person until then.</param>
public sealed record BannerLine(
    Guid Id,
    string Title,
    string Scenario,
    bool Exercise,
    CrisisPhase Phase,
    string Owner,
    DateTimeOffset Since,
    DateTimeOffset? NextUpdate,
    DateTimeOffset? NationalUntil
);
