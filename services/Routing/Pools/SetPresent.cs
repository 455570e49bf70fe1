using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Pools;

/// <summary>The caller comes, goes, or is still there. Going home returns what was not answered.</summary>
internal static class SetPresent
{
    private const int Attempts = 5;

    public static async Task<Results<Ok<Presence>, ProblemHttpResult>> Put(
        SetPresence wanted,
        Caller caller,
        Desk desk,
        EventStore.EventStore store,
        Rulebook rulebook,
        TimeProvider time,
        CancellationToken ct
    )
    {
        if (!Enum.IsDefined(wanted.State) || wanted.Capacity is < 1 or > Attend.MostCapacity)
            return Problems.Invalid($"Kies een aantal van 1 tot en met {Attend.MostCapacity}.");
        if (wanted.Pools is { } pools && pools.Except((await PoolsAsync(store, caller, ct)).Select(work => work.Pool)).Any())
            return Problems.Invalid("In deze pool werkt u niet.");
        var returned = wanted.State == PresenceState.Offline ? await GiveBack.AllAsync(desk, store, caller, time, ct) : 0;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await WriteAsync(store, caller, wanted, returned, time.GetUtcNow(), ct);
                return TypedResults.Ok(await GetPresent.Get(caller, store, rulebook, time, ct));
            }
            catch (StaleVersionException) when (attempt < Attempts)
            {
                // Another screen of the same colleague said something in between.
            }
        }
    }

    /// <summary>Where a colleague's stretch of work is told.</summary>
    public static StreamKey Stream(PresenceRow row) => new(row.Municipality, $"shift-{row.Subject}-{row.Day:yyyy-MM-dd}");

    private static async Task<IReadOnlyList<Doors.Work>> PoolsAsync(EventStore.EventStore store, Caller caller, CancellationToken ct)
    {
        await using var session = await store.OpenAsync([caller.Municipality], null, ct);
        return await Doors.PoolsOfAsync(session.Connection, caller, ct);
    }

    private static async Task WriteAsync(
        EventStore.EventStore store,
        Caller caller,
        SetPresence wanted,
        int returned,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        await using var session = await store.OpenAsync([caller.Municipality], Traces.Here(), ct);
        var before = await PresenceRow.FindAsync(session.Connection, caller, ct, locked: true) ?? Absent(caller, now);
        var after = Attend.Next(before with { Name = caller.Name }, wanted, now);
        var events = Attend.Decide(before, after, returned, now);
        if (events.Count > 0)
        {
            var (_, version) = await session.LoadAsync(Stream(after), 0, (count, _) => count + 1, ct);
            session.Append(Stream(after), version, events);
        }
        session.Also(after.Write(now));
        await session.CommitAsync(ct);
    }

    private static PresenceRow Absent(Caller caller, DateTimeOffset now) =>
        new(caller.Municipality, caller.Id, caller.Name, PresenceState.Offline, Attend.UsualCapacity, [], now, Attend.Day(now));
}
