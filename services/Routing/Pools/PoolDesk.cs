using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Pools;

/// <summary>What a command on a pool decides on.</summary>
/// <param name="Keeps">The caller keeps this pool.</param>
internal sealed record PoolView(string Pool, PoolState State, Caller Caller, bool Keeps, Edition Edition, DateTimeOffset Now)
{
    public PoolState.Person Me => new(Caller.Municipality, Caller.Id);

    public bool Works => State.Agents.ContainsKey(Me);

    /// <summary>Speaks for this municipality in the pool: its manager or administrator, or the pool's keeper.</summary>
    public bool SpeaksFor(string municipality) =>
        Keeps || (Caller.Municipality == municipality && Caller.Roles.Any(role => role is "manager" or "admin"));

    public EffectiveBlueprint Blueprint(string municipality) => Edition.For(municipality).Blueprint;

    public string NameOf(string municipality) => Blueprint(municipality).Voice.Name;

    public PoolSummary Summary =>
        new(
            Pool,
            PoolNames.Of(Pool, Blueprint(State.Members.Keys.Order().FirstOrDefault() ?? Caller.Municipality)).Name,
            State.Members.ContainsKey(Caller.Municipality),
            Works,
            Keeps
        );
}

/// <summary>Carries a command on a pool. A pool is there for who takes part in its layer, works in it or keeps it; in an exercise there is none.</summary>
internal sealed class PoolDesk(EventStore.EventStore store, Rulebook rulebook, Offices offices, TimeProvider time)
{
    private const int Attempts = 8;

    /// <summary>The pool as the caller may see it; null when it is not there for them.</summary>
    public async Task<PoolView?> ViewAsync(Caller caller, string pool, CancellationToken ct)
    {
        await using var session = await OpenAsync(caller, pool, ct);
        return session is null ? null : (await ReadAsync(session, caller, pool, ct)).View;
    }

    /// <summary>Appends what is decided and keeps the tables that routing reads in step.</summary>
    public async Task<Results<Ok<PoolDetail>, NotFound, ProblemHttpResult>> HandleAsync(
        Caller caller,
        string pool,
        Func<PoolView, Outcome> decide,
        CancellationToken ct
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var session = await OpenAsync(caller, pool, ct);
                if (session is null)
                    return TypedResults.NotFound();
                var (view, version) = await ReadAsync(session, caller, pool, ct);
                var outcome = decide(view);
                if (outcome.Refusal is { } refusal)
                    return Problems.Of(refusal, version);
                var after = outcome.Events.Aggregate(view.State, PoolState.Evolve);
                session.Append(PoolTables.Stream(pool), version, outcome.Events);
                foreach (var e in outcome.Events)
                foreach (var command in PoolTables.Of(e, view.Edition))
                    session.Also(command);
                await session.CommitAsync(ct);
                return TypedResults.Ok(PoolShown.Of(view with { State = after }));
            }
            catch (StaleVersionException) when (attempt < Attempts)
            {
                // Somebody else changed the pool between our read and our write.
            }
        }
    }

    /// <summary>The pools that are there for the caller.</summary>
    public async Task<IReadOnlyList<PoolView>> AllAsync(Caller caller, CancellationToken ct)
    {
        var views = new List<PoolView>();
        foreach (var pool in await CodesAsync(caller, ct))
            if (await ViewAsync(caller, pool, ct) is { } view)
                views.Add(view);
        return views;
    }

    private async Task<(PoolView View, long Version)> ReadAsync(EventSession session, Caller caller, string pool, CancellationToken ct)
    {
        var (state, version) = await session.LoadAsync(PoolTables.Stream(pool), PoolState.None, PoolState.Evolve, ct);
        var keeps = await offices.HoldsAsync(caller, pool, Office.Poolkeeper, ct);
        return (new(pool, state, caller, keeps, await rulebook.AtAsync(session, ct), time.GetUtcNow()), version);
    }

    /// <summary>Null when there is no such pool for this caller.</summary>
    private async Task<EventSession?> OpenAsync(Caller caller, string pool, CancellationToken ct) =>
        !caller.Exercises
        && (
            (await CodesAsync(caller, ct)).Contains(pool) || (IsPool(pool) && await offices.HoldsAsync(caller, pool, Office.Poolkeeper, ct))
        )
            ? await store.OpenAsync([pool], Traces.Here(), ct)
            : null;

    // Of the layers over the caller's municipality, and those that admitted the caller.
    private async Task<IReadOnlyList<string>> CodesAsync(Caller caller, CancellationToken ct)
    {
        if (caller.Exercises)
            return [];
        await using var session = await store.OpenAsync([caller.Municipality], null, ct);
        var layers = (await rulebook.AtAsync(session, ct)).For(caller.Municipality).Blueprint.Layers;
        var admitted = await Doors.PoolsOfAsync(session.Connection, caller, ct);
        return
        [
            .. layers
                .Where(layer => IsPool(layer) && layer != caller.Municipality)
                .Concat(admitted.Select(work => work.Pool))
                .Distinct()
                .OrderBy(pool => pool == PoolNames.National),
        ];
    }

    // A pool is a region's or the whole country's; a province and a municipality have none.
    private static bool IsPool(string layer) =>
        !Contracts.Exercise.Is(layer)
        && !layer.StartsWith("GM", StringComparison.Ordinal)
        && !layer.StartsWith("PV", StringComparison.Ordinal);
}
