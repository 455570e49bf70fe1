using WebcareHub.Crisis.CoreMessages;
using WebcareHub.Crisis.Following;
using WebcareHub.Crisis.Rumours;
using WebcareHub.Crisis.Speaking;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Crisis.PublicPage;

/// <summary>Brings crises, messages and rumours together into what the pages are made of. Pure.</summary>
/// <param name="InForce">Ids of the crises the epoch has in force: a crisis shows when it is, or when it has ended.</param>
internal sealed record PageSources(
    Places Places,
    IReadOnlyList<Guid> InForce,
    IReadOnlyList<CrisisFacts> Crises,
    IReadOnlyList<CoreMessageState> Messages,
    IReadOnlyList<RumourState> Rumours
)
{
    internal PageSource Source()
    {
        var crises = Crises
            .Where(crisis => !crisis.Exercise && (crisis.EndedAt is not null || InForce.Contains(crisis.Id)))
            .OrderBy(crisis => crisis.DeclaredAt)
            .Select(Crisis)
            .ToList();
        var touched = crises.SelectMany(crisis => crisis.Towns).ToHashSet(StringComparer.Ordinal);
        return new([.. Places.Municipalities.Select(town => Town(town, touched))], crises);
    }

    /// <summary>Its own facts are only worked out where there is a crisis or a layer of its own.</summary>
    private PageTown Town(RegisteredMunicipality town, HashSet<string> touched)
    {
        if (!touched.Contains(town.Code) && !Places.HasLayer(town.Code))
            return new(town.Code, town.Name, null, null, null);
        var voice = Places.For(town.Code).Voice;
        string? Fact(string name) => voice.Facts.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
        return new(town.Code, voice.Name, Fact("website"), Fact("telefoon"), Face.Read(Fact(Face.Fact)));
    }

    private PageCrisis Crisis(CrisisFacts crisis)
    {
        IReadOnlyList<string> towns = [.. Places.In(crisis.Scope).Select(town => town.Code)];
        return new(
            crisis.Id,
            crisis.Title,
            towns,
            crisis.DeclaredAt,
            crisis.EndedAt,
            crisis.NextUpdate,
            [.. Actions(crisis, towns)],
            crisis.ChangedAt,
            [.. Messages.Where(message => message.Issued!.CrisisId == crisis.Id).SelectMany(Said)],
            [
                .. Rumours
                    .Where(rumour => rumour.Registered!.CrisisId == crisis.Id && RumourShown.IsPublic(rumour))
                    .Select(each => Rumour(each, towns)),
            ]
        );
    }

    /// <summary>What the scenario has prepared for everybody; lines with facts of one municipality are left to its own messages.</summary>
    private IEnumerable<string> Actions(CrisisFacts crisis, IReadOnlyList<string> towns) =>
        towns.Count == 0
            ? []
            : Places
                .For(towns[0])
                .Scenarios.Where(scenario => scenario.Id == crisis.Scenario)
                .SelectMany(scenario => scenario.ActionPerspective)
                .Where(line => !line.Contains('{', StringComparison.Ordinal));

    private IEnumerable<PageMessage> Said(CoreMessageState message) =>
        message.Stands.Select(each =>
        {
            var (town, stand) = each;
            var gone = message.Withdrawn?.At ?? (stand.Said is null ? stand.At : null as DateTimeOffset?);
            return new PageMessage(
                town,
                stand.Title,
                gone is null ? stand.Said! : "",
                gone is null ? [.. message.Issued!.Actions.Select(line => Places.For(town).Render(line).Text)] : [],
                stand.StandOf,
                stand.ValidFrom,
                stand.ValidUntil,
                gone ?? stand.At,
                gone is not null
            );
        });

    private PageRumour Rumour(RumourState rumour, IReadOnlyList<string> towns) =>
        new(
            rumour.Registered!.Claim,
            rumour.Status == Contracts.Crises.RumourStatus.True,
            towns
                .Where(town => Places.Covers(rumour.Registered.Area, town))
                .ToDictionary(town => town, town => Places.For(town).Render(rumour.Answered!.Answer!).Text),
            rumour.ChangedAt
        );
}
