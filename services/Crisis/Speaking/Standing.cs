using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Crisis.Speaking;

/// <summary>Who asks, what they may speak for, and what holds at that moment.</summary>
/// <param name="Municipality">CBS code of where they work; also in an exercise.</param>
/// <param name="Exercises">They ask from within an exercise.</param>
/// <param name="Coordinates">The layers they are coordinator of.</param>
/// <param name="IsSpokesperson">Of their own municipality.</param>
/// <param name="Crises">In force, exercises included.</param>
internal sealed record Standing(
    AgentRef Agent,
    string Municipality,
    bool Exercises,
    IReadOnlyList<string> Coordinates,
    bool IsSpokesperson,
    Places Places,
    IReadOnlyList<CrisisInForce> Crises,
    DateTimeOffset Now
)
{
    /// <summary>The layers whose messages and rumours they may read, real ones and those of exercises. None of these holds a resident's data.</summary>
    internal IReadOnlyList<string> Tenants =>
        [.. Places.LayersOf(Municipality).Concat(Coordinates).Distinct().SelectMany(code => new[] { code, Exercise.Of(code) })];

    /// <summary>They coordinate the layer, or one that holds it.</summary>
    internal bool Leads(string layer) => Coordinates.Any(office => Places.LiesWithin(layer, office));

    /// <summary>They may say something in the name of the layer.</summary>
    internal bool MaySpeakFor(string layer) => Leads(layer) || (IsSpokesperson && layer == Municipality);

    internal CrisisInForce? Crisis(Guid id) => Crises.FirstOrDefault(crisis => crisis.Id == id);

    /// <summary>The tenant in which a layer's messages about a crisis stand.</summary>
    internal static string TenantOf(string layer, bool exercise) => exercise ? Exercise.Of(layer) : layer;
}

/// <summary>Finds out who asks.</summary>
internal sealed class Standings(Rulebook rulebook, Offices offices, TimeProvider time)
{
    private volatile Places? _places;

    internal async Task<Standing> OfAsync(Caller caller, CancellationToken ct)
    {
        var municipality = Exercise.Real(caller.Municipality);
        await rulebook.NowAsync(municipality, ct);
        var edition = rulebook.Last!;
        var now = time.GetUtcNow();
        var places = PlacesOf(edition.Blueprint, DateOnly.FromDateTime(Clock.Local(now).DateTime));
        var held = await offices.HeldAsync(caller, [.. places.Shared.Append(municipality)], Office.Coordinator, ct);
        return new(
            caller.Agent,
            municipality,
            Exercise.Is(caller.Municipality),
            held,
            caller.Roles.Contains("spokesperson"),
            places,
            edition.Epoch.Crises,
            now
        );
    }

    private Places PlacesOf(RulesOfEngagement.Blueprint blueprint, DateOnly day) =>
        _places is { } known && known.AreOf(blueprint, day) ? known : _places = new Places(blueprint, day);
}
