using WebcareHub.Crisis.Switching;
using WebcareHub.EventStore;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Crisis.Rehearsing.Waves;

/// <summary>An exercise as somebody who takes part in it, or leads it, finds it.</summary>
/// <param name="Municipalities">Who takes part, by CBS code: those of the scope that have a layer of their own, or all of them when none has.</param>
internal sealed record FoundExercise(
    Standing Standing,
    Edition Edition,
    Switching.Course Course,
    IReadOnlyDictionary<string, string> Municipalities
)
{
    public bool MayLead => Standing.Leads(Course);
}

/// <summary>Finds exercises within what the caller may see. A real crisis is none: it is not found here.</summary>
internal sealed class Exercises(EventStore.EventStore store, Reception reception)
{
    /// <summary>With the session it was found in, which the caller ends; null when there is no such exercise for them.</summary>
    public async Task<(EventSession Session, FoundExercise Exercise)?> OpenAsync(Caller caller, Guid crisis, CancellationToken ct)
    {
        var (standing, edition, tenants) = await reception.ReceiveAsync(caller, ct);
        var session = await store.OpenAsync(tenants, null, ct);
        var course = await CrisisRow.LayerOfAsync(session.Connection, crisis, ct) is { } layer
            ? (await session.LoadAsync(CrisisStreams.Of(layer, crisis), Switching.Course.None, Switching.Course.Evolve, ct)).State
            : Switching.Course.None;
        if (course is { Exercise: true } && standing.Sees(course))
            return (session, new(standing, edition, course, TakingPart(standing.Layers, edition, course)));
        await session.DisposeAsync();
        return null;
    }

    private static Dictionary<string, string> TakingPart(Layers layers, Edition edition, Switching.Course course)
    {
        var all = layers.MunicipalitiesOf(course.Scope);
        var own = edition.Blueprint.Layers.Select(layer => layer.Code).Intersect(all).ToArray();
        return (own.Length > 0 ? own : all).ToDictionary(code => code, layers.Name);
    }
}
