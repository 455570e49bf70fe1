using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.Switching;

/// <summary>A colleague writes something in the log.</summary>
internal static class AddLogLine
{
    internal static Outcome Decide(Standing standing, Course course, Guid line, string? words) =>
        course.Phase is CrisisPhase.Proposed or CrisisPhase.SetAside or CrisisPhase.Closed ? Refuse("Dit logboek is gesloten.")
        : Words.Check(words, "de regel", Words.Line) is { } refusal ? new([], refusal)
        : Accept(new LogLineAdded(line, words!.Trim(), standing.Person.Municipality, standing.Person.Agent, standing.Now));

    internal static Task<Results<Ok<CrisisDetail>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        NewLogLine command,
        Caller caller,
        CrisisDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, course) => Decide(standing, course, Guid.CreateVersion7(), command.Words), ct);
}
