using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Monitoring.EnvironmentAnalyses.Counting;
using WebcareHub.Monitoring.Figures;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Reading;

/// <summary>
/// Who reads an analysis: everybody in a municipality the crisis is or was about, and coordinators. Who writes it: a coordinator of its layer or
/// of the nation, and an analyst in such a municipality.
/// </summary>
internal sealed class Admission(Database database, Rulebook rulebook, BlueprintThen then, Offices offices, TimeProvider time)
{
    private const string Analyst = "analyst";

    internal Task<Admitted?> ToAsync(Guid crisis, Caller caller, CancellationToken ct) => ToAsync(crisis, caller, null, ct);

    /// <summary>Null when there is no such crisis for this caller. Who may see it goes by now.</summary>
    /// <param name="at">As it was; null, and a moment to come: now.</param>
    internal async Task<Admitted?> ToAsync(Guid crisis, Caller caller, DateTimeOffset? at, CancellationToken ct)
    {
        var home = Exercise.Real(caller.Municipality);
        await rulebook.NowAsync(home, ct);
        var blueprint = rulebook.Last!.Blueprint;
        string[] layers = [.. Shared(blueprint).Append(home).Distinct()];
        var past = at <= time.GetUtcNow() ? at : null;
        var now = await FindAsync(layers, crisis, DateTimeOffset.MaxValue, ct);
        if (now is not { } facts)
            return null;
        var held = await offices.HeldAsync(caller, layers, Office.Coordinator, ct);
        var touched = blueprint.LayersOf(home).Append(home).Any(code => facts.Ever.Append(facts.Layer).Contains(code));
        if (held.Count == 0 && !touched)
            return null;
        var leads = held.Contains(facts.Layer) || held.Contains(Blueprint.National);
        if (past is not { } moment)
            return new(facts, blueprint, leads || (touched && caller.Roles.Contains(Analyst)), null);
        return await FindAsync(layers, crisis, moment, ct) is { } was ? new(was, await then.AtAsync(moment, ct), false, moment) : null;
    }

    private async Task<CrisisFacts?> FindAsync(string[] layers, Guid crisis, DateTimeOffset at, CancellationToken ct)
    {
        await using var bounded = await database.OpenAsync(layers, ct);
        return await CrisisRows.FindAsync(bounded.Connection, crisis, null, at, ct);
    }

    private static IEnumerable<string> Shared(Blueprint blueprint) =>
        blueprint.Layers.Where(layer => layer.Kind != "municipality").Select(layer => layer.Code).Append(Blueprint.National);
}

/// <summary>A crisis a caller may read about.</summary>
/// <param name="At">It is read as it was then; null for now.</param>
internal sealed record Admitted(CrisisFacts Facts, Blueprint Blueprint, bool MayWrite, DateTimeOffset? At)
{
    private IReadOnlyDictionary<string, string> Names { get; } =
        Blueprint.Register.DistinctBy(each => each.Code).ToDictionary(each => each.Code, each => each.Name);

    /// <summary>Whose rows its counts stand in: its municipalities, as tenants, and its layer.</summary>
    internal IReadOnlyList<string> Tenants =>
        [
            .. Blueprint
                .Register.Select(municipality => municipality.Code)
                .Concat(Blueprint.Layers.SelectMany(layer => layer.Members))
                .Concat(Blueprint.Layers.Where(layer => layer.Kind == "municipality").Select(layer => layer.Code))
                .Distinct()
                .Where(code => Blueprint.LayersOf(code).Append(code).Any(Facts.Ever.Contains))
                .Select(code => Facts.Exercise ? Exercise.Of(code) : code),
            Facts.Layer,
            Exercise.Of(Facts.Layer),
        ];

    /// <summary>Within a Dutch sentence.</summary>
    internal string Name(string code) =>
        code == Blueprint.National ? "heel Nederland"
        : Blueprint.Layers.FirstOrDefault(layer => layer.Code == code && layer.Kind != "municipality") is { } layer ? layer.Title
        : Names.GetValueOrDefault(code) ?? code;
}
