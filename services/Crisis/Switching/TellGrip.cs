using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Crises;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.Switching;

/// <summary>A coordinator writes down the level a region was told. Who approves follows at once, also for what waits for approval.</summary>
internal static class TellGrip
{
    private const int Function = 200;

    internal static Outcome Decide(Standing standing, Course course, Contracts.Api.TellGrip command) =>
        !course.InForce && course.Phase != CrisisPhase.Asked ? Refuse("Deze crisis loopt nu niet.")
        : Check(standing, command.Region, command.Level, command.ToldBy) is { } refusal ? new([], refusal)
        : !standing.Leads(course) && !standing.Coordinates.Contains(command.Region) ? Prepare.NotYours(standing, [command.Region])
        : !string.IsNullOrWhiteSpace(command.Why) && Words.Check(command.Why, "de reden", Words.Reason) is { } why ? new([], why)
        : course.Grip.FirstOrDefault(told => told.Region == command.Region)?.Level == command.Level ? Nothing
        : Accept(Told(standing, course, command));

    internal static Task<Results<Ok<Contracts.Api.CrisisDetail>, NotFound, ProblemHttpResult>> Put(
        Guid id,
        Contracts.Api.TellGrip command,
        Caller caller,
        CrisisDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, course) => Decide(standing, course, command), ct);

    internal static Refusal? Check(Standing standing, string? region, int level, string? toldBy) =>
        region is null || !standing.Layers.IsRegion(region) ? new("Noem de regio waar dit GRIP-niveau geldt.", Refusal.Invalid)
        : level is < 0 or > Grip.Highest ? new("Een GRIP-niveau is 0 tot en met 5.", Refusal.Invalid)
        : Words.Check(toldBy, "wie het niveau heeft gemeld", Function);

    private static GripTold Told(Standing standing, Course course, Contracts.Api.TellGrip command) =>
        new(
            command.Region,
            command.Level,
            command.ToldBy.Trim(),
            course.Grip.FirstOrDefault(told => told.Region == command.Region)?.Level,
            Grip.ApprovesIn(course, command.Region),
            Grip.Approves(command.Level),
            string.IsNullOrWhiteSpace(command.Why) ? null : command.Why.Trim(),
            standing.Person.Municipality,
            standing.Person.Agent,
            standing.Now
        );
}
