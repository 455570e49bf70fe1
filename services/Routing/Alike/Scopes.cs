using System.Runtime.CompilerServices;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Alike;

/// <summary>
/// Tells who may look across municipalities: only in a crisis in force, its coordinators, and the spokespersons of municipalities in it. A
/// coordinator answers for the municipalities under the layers of their office; everybody else for their own alone.
/// </summary>
internal sealed class Scopes(EventStore.EventStore store, Rulebook rulebook, Offices offices)
{
    // An edition does not change, so neither does who is in its crises.
    private readonly ConditionalWeakTable<Edition, Dictionary<Guid, Dictionary<string, IReadOnlyList<string>>>> _known = [];

    /// <summary>Null when there is no such crisis, or not for this caller.</summary>
    public async Task<Scope?> OfAsync(Caller caller, Guid? crisis, CancellationToken ct)
    {
        Edition edition;
        await using (var session = await store.OpenAsync([caller.Municipality], null, ct))
            edition = await rulebook.AtAsync(session, ct);
        if (crisis is not { } id)
            return new(
                null,
                caller.Municipality,
                [caller.Municipality],
                new HashSet<string> { caller.Municipality },
                [caller.Municipality],
                edition
            );
        return edition.Epoch.Crises.FirstOrDefault(each => each.Id == id) is { } found && found.Exercise == Exercise.Is(caller.Municipality)
            ? await OfAsync(caller, found, edition, ct)
            : null;
    }

    private async Task<Scope?> OfAsync(Caller caller, CrisisInForce crisis, Edition edition, CancellationToken ct)
    {
        var members = MembersOf(edition, crisis);
        var layers = members.Values.SelectMany(over => over).Distinct().ToArray();
        var held = await offices.HeldAsync(caller, layers, Office.Coordinator, ct);
        if (held.Count == 0 && !(caller.Roles.Contains("spokesperson") && members.ContainsKey(caller.Municipality)))
            return null;
        var own = crisis.Exercise ? layers.Select(Exercise.Of).ToArray() : layers;
        return new Scope(
            crisis.Id,
            TenantOf(crisis),
            [.. members.Keys],
            members.Where(each => each.Key == caller.Municipality || each.Value.Any(held.Contains)).Select(each => each.Key).ToHashSet(),
            [.. members.Keys.Union(own)],
            edition
        );
    }

    private static string TenantOf(CrisisInForce crisis)
    {
        var layer = crisis.Scope.Count == 1 ? crisis.Scope[0] : RulesOfEngagement.Blueprint.National;
        return crisis.Exercise ? Exercise.Of(layer) : layer;
    }

    /// <summary>The municipalities in it, as tenants, with the layers over each.</summary>
    private Dictionary<string, IReadOnlyList<string>> MembersOf(Edition edition, CrisisInForce crisis)
    {
        var known = _known.GetOrCreateValue(edition);
        lock (known)
            return known.TryGetValue(crisis.Id, out var members) ? members : known[crisis.Id] = Find(edition, crisis);
    }

    private static Dictionary<string, IReadOnlyList<string>> Find(Edition edition, CrisisInForce crisis)
    {
        var blueprint = edition.Blueprint;
        var all = blueprint
            .Register.Select(municipality => municipality.Code)
            .Concat(blueprint.Layers.SelectMany(layer => layer.Members))
            .Concat(blueprint.Layers.Where(layer => layer.Kind == "municipality").Select(layer => layer.Code))
            .Distinct();
        return all.Select(code => (Code: code, Layers: blueprint.LayersOf(code)))
            .Where(each => crisis.Holds(each.Layers, crisis.Exercise))
            .ToDictionary(each => crisis.Exercise ? Exercise.Of(each.Code) : each.Code, each => each.Layers);
    }
}
