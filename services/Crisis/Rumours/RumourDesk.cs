using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Crisis.Speaking;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Crisis.Rumours;

/// <summary>Carries a command to a rumour: finds it within what the caller may see, locks it, decides, and writes events and row in one transaction.</summary>
internal sealed class RumourDesk(EventStore.EventStore store, Standings standings, Hints hints)
{
    internal async Task<(Rumour? Rumour, Refusal? Refusal)> RegisterAsync(
        Caller caller,
        Guid id,
        RegisterRumour wanted,
        CancellationToken ct
    )
    {
        var standing = await standings.OfAsync(caller, ct);
        await using var session = await store.OpenAsync(standing.Tenants, null, ct);
        var outcome = Register.Decide(standing, id, wanted);
        if (outcome.Refusal is { } refusal)
            return (null, refusal);
        var tenant = Standing.TenantOf(wanted.Layer ?? standing.Municipality, standing.Crisis(wanted.CrisisId)!.Exercise);
        var history = await WriteAsync(session, RumourStreams.Of(tenant, id), [], outcome.Events, ct);
        return (RumourShown.Of(history, tenant, standing), null);
    }

    internal async Task<Results<Ok<Rumour>, NotFound, ProblemHttpResult>> HandleAsync(
        Caller caller,
        Guid id,
        Func<Standing, RumourState, Outcome> decide,
        CancellationToken ct
    )
    {
        var standing = await standings.OfAsync(caller, ct);
        await using var session = await store.OpenAsync(standing.Tenants, null, ct);
        if (await RumourRow.LockAsync(session.Connection, id, ct) is not { } tenant)
            return TypedResults.NotFound();
        var stream = RumourStreams.Of(tenant, id);
        object[] history = [.. (await session.ReadAsync(stream, ct)).Select(recorded => recorded.Data)];
        var outcome = decide(standing, history.Aggregate(RumourState.None, RumourState.Evolve));
        return outcome.Refusal is { } refusal
            ? refusal.Problem()
            : TypedResults.Ok(RumourShown.Of(await WriteAsync(session, stream, history, outcome.Events, ct), tenant, standing));
    }

    /// <summary>All its events, with what is new.</summary>
    private async Task<object[]> WriteAsync(
        EventSession session,
        StreamKey stream,
        object[] history,
        IReadOnlyList<object> events,
        CancellationToken ct
    )
    {
        if (events.Count == 0)
            return history;
        object[] all = [.. history, .. events];
        session.Append(stream, history.Length, events);
        var after = all.Aggregate(RumourState.None, RumourState.Evolve);
        session.Also(RumourRow.Write(stream.Tenant, after, all.Length));
        await session.CommitAsync(ct);
        await hints.GiveAsync(new(after.Registered!.CrisisId, stream.Tenant, all.Length));
        return all;
    }
}
