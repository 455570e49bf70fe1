using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Rulebooks;

namespace WebcareHub.Crisis.Switching;

/// <summary>A crisis as the API shows it.</summary>
internal static class Shown
{
    internal static CrisisSummary Summary(Course course, Layers layers, Edition edition) =>
        new(
            course.Id,
            course.Layer,
            course.Scenario,
            Plan.Find(edition, course.Layer, course.Scenario)?.Title,
            course.Title,
            layers.Parts(course.Scope),
            course.Exercise,
            course.Phase!.Value,
            course.Owner?.Agent.Name,
            course.Owner?.Municipality,
            course.Since,
            course.DeclaredAt,
            course.EndedAt,
            course.NextUpdate
        );

    internal static CrisisDetail Detail(Loaded<Course> loaded, Standing standing, Edition edition)
    {
        var (course, layers) = (loaded.State, standing.Layers);
        return new(
            Summary(course, layers, edition),
            loaded.Version,
            course.Why,
            course.National is { } asked ? new(asked.By.Agent.Name, asked.At, asked.Until, layers.Parts(asked.Meanwhile)) : null,
            [.. course.Grip.Select(told => Told(told, layers))],
            course.NationalStructure,
            Plan.Of(edition, course.Layer, course.Scenario),
            [.. course.Done.Select(step => new StepDone(step.List, step.Words, step.By, step.At))],
            course.Paused,
            course.Inflow,
            May.Of(standing, course)
        );
    }

    private static GripShown Told(Course.Told told, Layers layers) =>
        new(told.Region, layers.Name(told.Region), told.Level, told.ToldBy, Grip.Approves(told.Level), told.By, told.At);
}
