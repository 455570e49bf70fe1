using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Following;
using WebcareHub.Crisis.Speaking;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Crisis.CoreMessages;

/// <summary>
/// Carries a command to a core message: finds it within what the caller may see, locks it, decides, and writes events and rows in one
/// transaction. Hundreds of spokespersons decide within minutes: they wait for one another for the length of a commit.
/// </summary>
internal sealed class CoreMessageDesk(EventStore.EventStore store, Standings standings, Hints hints)
{
    internal async Task<(CoreMessage? Message, Refusal? Refusal)> IssueAsync(
        Caller caller,
        Guid id,
        IssueCoreMessage wanted,
        CancellationToken ct
    )
    {
        var standing = await standings.OfAsync(caller, ct);
        await using var session = await store.OpenAsync(standing.Tenants, null, ct);
        var outcome = Issue.Decide(
            standing,
            id,
            wanted,
            await Approval.OfAsync(session.Connection, wanted.CrisisId, wanted.Layer, standing.Places, ct)
        );
        if (outcome.Refusal is { } refusal)
            return (null, refusal);
        var tenant = Standing.TenantOf(wanted.Layer, standing.Crisis(wanted.CrisisId)!.Exercise);
        var message = await WriteAsync(session, CoreMessageStreams.Of(tenant, id), new(CoreMessageState.None, 0), outcome.Events, ct);
        return (CoreMessageShown.Of(message, tenant, standing), null);
    }

    /// <param name="decide">Who asks, the message as it is, and whose yes the level asks for.</param>
    internal async Task<Results<Ok<CoreMessage>, NotFound, ProblemHttpResult>> HandleAsync(
        Caller caller,
        Guid id,
        Func<Standing, CoreMessageState, ApprovingRole, Outcome> decide,
        CancellationToken ct
    )
    {
        var standing = await standings.OfAsync(caller, ct);
        await using var session = await store.OpenAsync(standing.Tenants, null, ct);
        if (await CoreMessageRow.LockAsync(session.Connection, id, ct) is not { } tenant)
            return TypedResults.NotFound();
        var stream = CoreMessageStreams.Of(tenant, id);
        var loaded = await session.LoadAsync(stream, CoreMessageState.None, CoreMessageState.Evolve, ct);
        var issued = loaded.State.Issued!;
        if (!CoreMessageShown.IsFor(standing, issued))
            return TypedResults.NotFound();
        var outcome = decide(
            standing,
            loaded.State,
            await Approval.OfAsync(session.Connection, issued.CrisisId, issued.Layer, standing.Places, ct)
        );
        return outcome.Refusal is { } refusal
            ? refusal.Problem()
            : TypedResults.Ok(CoreMessageShown.Of(await WriteAsync(session, stream, loaded, outcome.Events, ct), tenant, standing));
    }

    private async Task<CoreMessageState> WriteAsync(
        EventSession session,
        StreamKey stream,
        Loaded<CoreMessageState> loaded,
        IReadOnlyList<object> events,
        CancellationToken ct
    )
    {
        if (events.Count == 0)
            return loaded.State;
        var after = events.Aggregate(loaded.State, CoreMessageState.Evolve);
        session.Append(stream, loaded.Version, events);
        session.Also(CoreMessageRow.Write(stream.Tenant, after, loaded.Version + events.Count));
        foreach (var (municipality, stand) in after.Stands.Where(each => loaded.State.Stands.GetValueOrDefault(each.Key) != each.Value))
            session.Also(CoreMessageRow.Write(stream.Tenant, after.Issued!.MessageId, municipality, stand));
        await session.CommitAsync(ct);
        await hints.GiveAsync(new(after.Issued!.CrisisId, stream.Tenant, loaded.Version + events.Count));
        return after;
    }
}
