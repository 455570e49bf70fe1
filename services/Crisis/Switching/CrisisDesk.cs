using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Crisis.Speaking;
using WebcareHub.EventStore;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Crisis.Switching;

/// <summary>
/// Carries a command to a crisis: finds it within what the caller may see, decides, and writes events, row and epoch in one transaction. Who
/// comes between only makes it decide again.
/// </summary>
internal sealed class CrisisDesk(EventStore.EventStore store, Reception reception, Hints hints)
{
    private const int Attempts = 8;

    internal async Task<Results<Ok<CrisisDetail>, NotFound, ProblemHttpResult>> HandleAsync(
        Caller caller,
        Guid id,
        Func<Standing, Course, Outcome> decide,
        CancellationToken ct
    ) =>
        await CarryAsync(caller, id, (standing, course, _) => decide(standing, course), ct) switch
        {
            null => TypedResults.NotFound(),
            { Refusal: { } refusal } => refusal.Problem(),
            { Detail: var detail } => TypedResults.Ok(detail),
        };

    /// <summary>Null when the caller sees no such crisis.</summary>
    internal async Task<Handled?> CarryAsync(Caller caller, Guid id, Func<Standing, Course, Edition, Outcome> decide, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(caller, id, decide, ct);
            }
            catch (StaleVersionException) when (attempt < Attempts)
            {
                // Somebody acted between our read and our write.
            }
        }
    }

    /// <summary>Begins a crisis under the office the scope asks for.</summary>
    internal async Task<Handled> BeginAsync(Caller caller, Func<Standing, Edition, Outcome> decide, CancellationToken ct)
    {
        var (standing, edition, tenants) = await reception.ReceiveAsync(caller, ct);
        await using var session = await store.OpenAsync(tenants, null, ct);
        var outcome = decide(standing, edition);
        return outcome.Refusal is { } refusal
            ? new(null, refusal)
            : new(await WriteAsync(session, new(Course.None, 0), outcome.Events, (standing, edition), ct), null);
    }

    /// <summary>Writes what was decided about a crisis; for callers and for the clock alike.</summary>
    internal async Task<Loaded<Course>> WriteAsync(
        EventSession session,
        Loaded<Course> before,
        IReadOnlyList<object> events,
        CancellationToken ct
    )
    {
        if (events.Count == 0)
            return before;
        var after = new Loaded<Course>(events.Aggregate(before.State, Course.Evolve), before.Version + events.Count);
        session.Append(CrisisStreams.Of(after.State.Layer, after.State.Id), before.Version, events);
        session.Also(CrisisRow.Write(after.State, after.Version));
        Effect.Collect(session, before.State, after.State);
        await session.CommitAsync(ct);
        await hints.GiveAsync(new(after.State.Id, after.State.Layer, after.Version));
        return after;
    }

    private async Task<Handled?> TryAsync(Caller caller, Guid id, Func<Standing, Course, Edition, Outcome> decide, CancellationToken ct)
    {
        var (standing, edition, tenants) = await reception.ReceiveAsync(caller, ct);
        await using var session = await store.OpenAsync(tenants, null, ct);
        if (await CrisisRow.LayerOfAsync(session.Connection, id, ct) is not { } layer)
            return null;
        var loaded = await session.LoadAsync(CrisisStreams.Of(layer, id), Course.None, Course.Evolve, ct);
        if (!standing.Sees(loaded.State))
            return null;
        var outcome = decide(standing, loaded.State, edition);
        return outcome.Refusal is { } refusal
            ? new(null, refusal)
            : new(await WriteAsync(session, loaded, outcome.Events, (standing, edition), ct), null);
    }

    private async Task<CrisisDetail> WriteAsync(
        EventSession session,
        Loaded<Course> before,
        IReadOnlyList<object> events,
        (Standing Standing, Edition Edition) at,
        CancellationToken ct
    )
    {
        var after = await WriteAsync(session, before, events, ct);
        return Shown.Detail(after, at.Standing, at.Edition);
    }

    /// <summary>What became of a command: the crisis as it is then, or why not.</summary>
    internal sealed record Handled(CrisisDetail? Detail, Refusal? Refusal);
}
