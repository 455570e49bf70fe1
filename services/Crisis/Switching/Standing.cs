using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Crisis.Switching;

/// <summary>Who asks, for which layers they are coordinator, and what lies where.</summary>
/// <param name="Coordinates">Codes of the layers the caller is coordinator of.</param>
/// <param name="Now">When they ask (UTC).</param>
internal sealed record Standing(Person Person, IReadOnlyList<string> Coordinates, Layers Layers, DateTimeOffset Now)
{
    internal bool IsCoordinator => Coordinates.Count > 0;

    internal bool OfTheNation => Coordinates.Contains(Layers.National);

    /// <summary>A coordinator of the layer it belongs to, or of the nation.</summary>
    internal bool Leads(Course course) => OfTheNation || Coordinates.Contains(course.Layer);

    /// <summary>
    /// The smallest office of the caller under which this scope lies. Whoever asks for the whole country without being coordinator of it does so
    /// from the office they have.
    /// </summary>
    internal string? OfficeFor(IReadOnlyCollection<string> scope)
    {
        var asked = OfTheNation ? scope : [.. scope.Where(code => code != Layers.National)];
        return Coordinates
            .Where(office => asked.All(code => Layers.Within(code, office)))
            .OrderBy(office => Layers.MunicipalitiesOf(office).Count)
            .FirstOrDefault();
    }

    /// <summary>Who works in a municipality it is about, or coordinates somewhere.</summary>
    internal bool Sees(Course course) =>
        course.Phase == Contracts.Crises.CrisisPhase.Proposed
            ? Leads(course) || Coordinates.Any(office => course.Scope.Any(code => Layers.Within(code, office)))
            : IsCoordinator || Touches(course);

    internal bool Touches(Course course) => course.Scope.Append(course.Layer).Any(code => Layers.Within(Person.Municipality, code));
}

/// <summary>Finds out who asks; reads the offices and the layers in force.</summary>
internal sealed class Reception(EventStore.EventStore store, Rulebook rulebook, Offices offices, TimeProvider time)
{
    /// <summary>The tenants are those whose crises the caller may look for: what is shared, and the own municipality.</summary>
    internal async Task<(Standing Standing, Edition Edition, IReadOnlyCollection<string> Tenants)> ReceiveAsync(
        Caller caller,
        CancellationToken ct
    )
    {
        var edition = await EditionAsync(ct);
        var home = Exercise.Real(caller.Municipality);
        string[] tenants = [.. SharedOf(edition).Append(home)];
        var held = await offices.HeldAsync(caller, tenants, Office.Coordinator, ct);
        var standing = new Standing(new(home, caller.Agent), held, new(edition.Blueprint), time.GetUtcNow());
        return (standing, edition, tenants);
    }

    internal async Task<Edition> EditionAsync(CancellationToken ct)
    {
        await using var session = await store.OpenAsync([], null, ct);
        return await rulebook.AtAsync(session, ct);
    }

    internal static IEnumerable<string> SharedOf(Edition edition) =>
        edition
            .Blueprint.Layers.Where(layer => layer.Kind != "municipality")
            .Select(layer => layer.Code)
            .Append(Layers.National)
            .Distinct();
}
