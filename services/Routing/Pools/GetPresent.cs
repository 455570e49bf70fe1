using WebcareHub.Contracts.Api;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Pools;

/// <summary>The caller at work, and the pools they may choose from.</summary>
internal static class GetPresent
{
    public static async Task<Presence> Get(
        Caller caller,
        EventStore.EventStore store,
        Rulebook rulebook,
        TimeProvider time,
        CancellationToken ct
    )
    {
        await using var session = await store.OpenAsync([caller.Municipality], null, ct);
        var edition = await rulebook.AtAsync(session, ct);
        var row = await PresenceRow.FindAsync(session.Connection, caller, ct);
        var pools = await Doors.PoolsOfAsync(session.Connection, caller, ct);
        var joined = (await Doors.JoinedAsync(session.Connection, caller.Municipality, ct)).Select(each => each.Pool).ToHashSet();
        var blueprint = edition.For(caller.Municipality).Blueprint;
        return new(
            row?.State ?? PresenceState.Offline,
            row?.Capacity ?? Attend.UsualCapacity,
            row is { State: not PresenceState.Offline } ? [.. row.Pools.Where(pool => pools.Any(work => work.Pool == pool))] : [],
            await AtWork.OpenAsync(session.Connection, caller, pools, ct),
            row?.Since,
            [
                .. pools.Select(work => new PoolSummary(
                    work.Pool,
                    PoolNames.Of(work.Pool, blueprint).Name,
                    joined.Contains(work.Pool),
                    true,
                    false
                )),
            ]
        );
    }
}
