namespace WebcareHub.Contracts.Api;

// Beside Crises.cs: what a scenario holds, and what declaring it would do.

/// <summary>A scenario as the blueprint has it.</summary>
/// <param name="Who">The roles it calls for.</param>
/// <param name="Pools">The pools that open: <c>region</c>, <c>national</c>.</param>
/// <param name="Rules">The rules that lie on top while it runs.</param>
/// <param name="Answers">The answers that lie ready.</param>
/// <param name="Checklist">To do at the start.</param>
/// <param name="ScaleDown">To do at the end.</param>
public sealed record ScenarioPlan(
    string Id,
    string Title,
    string Layer,
    string? Text,
    IReadOnlyList<ScenarioWho> Who,
    IReadOnlyList<string> Pools,
    IReadOnlyList<ScenarioPart> Rules,
    IReadOnlyList<ScenarioPart> Answers,
    IReadOnlyList<ScenarioCoreMessage> CoreMessages,
    IReadOnlyList<string> ActionPerspective,
    IReadOnlyList<string> Checklist,
    IReadOnlyList<string> ScaleDown
);

/// <summary>A role the scenario calls for.</summary>
/// <param name="Role">Id of a role of the blueprint.</param>
/// <param name="Task">What this role does now.</param>
public sealed record ScenarioWho(string Role, string Title, string? Task);

/// <summary>A rule or answer of a scenario.</summary>
public sealed record ScenarioPart(string Id, string Title);

/// <summary>A core message the scenario brings along.</summary>
/// <param name="Text">In the formal form of address (u).</param>
/// <param name="Until">How long it holds from its issue on, in minutes; null: until withdrawn.</param>
/// <param name="Informal">The same for municipalities that say je; null: the same words.</param>
public sealed record ScenarioCoreMessage(string Id, string Title, string Text, int? Until, string? Informal = null);

/// <summary>The scenarios a layer can declare.</summary>
public sealed record CrisisScenarios(IReadOnlyList<ScenarioPlan> Items);

/// <summary>What would happen at this moment, spelled out before anything does.</summary>
/// <param name="Pools">The pools that open, in words.</param>
/// <param name="Rules">The rules on top, from high to low.</param>
/// <param name="Pauses">What stands still.</param>
/// <param name="NeedsSecondPerson">A second coordinator of the nation has to confirm within ten minutes.</param>
/// <param name="Confirmers">Names of who can; without the caller.</param>
/// <param name="AlreadyInForce">Crises that hold in one of these municipalities; the newest of them has the last word.</param>
/// <param name="Steps">The same as sentences, in the order in which it happens.</param>
/// <param name="Refusal">Why the caller cannot declare this; null when they can.</param>
public sealed record CrisisPreview(
    ScenarioPlan Scenario,
    IReadOnlyList<ScopePart> Scope,
    bool Exercise,
    IReadOnlyList<CrisisMunicipality> Municipalities,
    IReadOnlyList<ScopePart> Pools,
    IReadOnlyList<ScenarioPart> Rules,
    IReadOnlyList<ScenarioPart> Answers,
    IReadOnlyList<ScenarioCoreMessage> CoreMessages,
    IReadOnlyList<string> Pauses,
    bool NeedsSecondPerson,
    IReadOnlyList<string> Confirmers,
    IReadOnlyList<CrisisSummary> AlreadyInForce,
    IReadOnlyList<string> Steps,
    string? Refusal
);

/// <summary>A municipality in scope.</summary>
public sealed record CrisisMunicipality(string Code, string Name);
