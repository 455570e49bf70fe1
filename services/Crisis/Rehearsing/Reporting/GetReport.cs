using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Crisis.Rehearsing.Waves;
using WebcareHub.Crisis.Switching;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Crisis.Rehearsing.Reporting;

/// <summary><c>GET /api/v1/crises/{crisis}/rehearsal</c>, for who took part in the exercise or leads it; as data, as text and as a table.</summary>
internal static class GetReport
{
    internal static async Task<Results<Ok<RehearsalReport>, NotFound>> Get(
        Guid crisis,
        Caller caller,
        Reports reports,
        CancellationToken ct
    ) => await reports.ReadAsync(caller, crisis, ct) is { } report ? TypedResults.Ok(report) : TypedResults.NotFound();

    internal static async Task<Results<ContentHttpResult, NotFound>> GetText(
        Guid crisis,
        Caller caller,
        Reports reports,
        CancellationToken ct
    ) =>
        await reports.ReadAsync(caller, crisis, ct) is { } report
            ? TypedResults.Text(Written.Text(report), "text/plain; charset=utf-8")
            : TypedResults.NotFound();

    internal static async Task<Results<ContentHttpResult, NotFound>> GetTable(
        Guid crisis,
        Caller caller,
        Reports reports,
        CancellationToken ct
    ) =>
        await reports.ReadAsync(caller, crisis, ct) is { } report
            ? TypedResults.Text(Written.Table(report), "text/csv; charset=utf-8")
            : TypedResults.NotFound();
}

/// <summary>Makes the report of an exercise from the log.</summary>
internal sealed class Reports(Exercises exercises, Database database)
{
    /// <summary>Null when there is no such exercise for this caller.</summary>
    public async Task<RehearsalReport?> ReadAsync(Caller caller, Guid crisis, CancellationToken ct)
    {
        if (await exercises.OpenAsync(caller, crisis, ct) is not { } found)
            return null;
        await using var session = found.Session;
        var (course, municipalities) = (found.Exercise.Course, found.Exercise.Municipalities);
        var happened = await session.ReadAsync(CrisisStreams.Of(course.Layer, crisis), ct);
        var waves = await session.ReadAsync(RehearsalStream.Of(course.Layer, crisis), ct);
        var facts = await Facts.ReadAsync(database, municipalities.Keys, Post.AccountOf(crisis), ct);
        return Summing.Of(
            (crisis, course.Title, course.DeclaredAt ?? course.Since, course.EndedAt),
            municipalities,
            facts,
            Timeline.Of(happened, waves, found.Exercise.Standing.Layers)
        );
    }
}
