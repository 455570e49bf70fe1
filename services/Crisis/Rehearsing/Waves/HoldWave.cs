using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Crisis.Rehearsing.Waves;

/// <summary>
/// <c>POST /api/v1/crises/{crisis}/waves/{wave}/stop</c> and <c>…/resume</c>, by a coordinator of the exercise. Asked again it changes nothing.
/// </summary>
internal static class HoldWave
{
    internal static Task<Results<Ok<Wave>, NotFound, ProblemHttpResult>> Stop(
        Guid crisis,
        Guid wave,
        Caller caller,
        Starting starting,
        CancellationToken ct
    ) => ActAsync((crisis, wave), caller, starting, (row, by, now) => WaveCourse.Hold(row, by, now), ct);

    internal static Task<Results<Ok<Wave>, NotFound, ProblemHttpResult>> Resume(
        Guid crisis,
        Guid wave,
        Caller caller,
        Starting starting,
        CancellationToken ct
    ) => ActAsync((crisis, wave), caller, starting, WaveCourse.Resume, ct);

    private static async Task<Results<Ok<Wave>, NotFound, ProblemHttpResult>> ActAsync(
        (Guid Crisis, Guid Wave) asked,
        Caller caller,
        Starting starting,
        Func<WaveRow, (string Municipality, AgentRef Agent), DateTimeOffset, (WaveRow After, object Event)?> step,
        CancellationToken ct
    )
    {
        if (await starting.Exercises.OpenAsync(caller, asked.Crisis, ct) is not { } found)
            return TypedResults.NotFound();
        await using var session = found.Session;
        var rows = await WaveRow.ReadAsync(session.Connection, starting.Vault, ("id = $1 for update", asked.Wave), ct);
        if (rows is not [var (row, script)] || row.Crisis != asked.Crisis)
            return TypedResults.NotFound();
        if (Refusal(found.Exercise) is { } refusal)
            return refusal;
        var now = starting.Time.GetUtcNow();
        var person = found.Exercise.Standing.Person;
        if (step(row, (person.Municipality, person.Agent), now) is not { } taken)
            return TypedResults.Ok(row.Show(script, now));
        await RehearsalStream.WriteAsync(session, taken.After, taken.Event, ct);
        await session.CommitAsync(ct);
        return TypedResults.Ok(taken.After.Show(script, now));
    }

    private static ProblemHttpResult? Refusal(FoundExercise exercise) =>
        !exercise.MayLead ? Refuse(403, "Alleen een coördinator van deze oefening houdt een golf tegen.")
        : !exercise.Course.InForce ? Refuse(409, "Deze oefening is voorbij. De golf staat al stil.")
        : null;

    private static ProblemHttpResult Refuse(int status, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: "Er is niets veranderd");
}
