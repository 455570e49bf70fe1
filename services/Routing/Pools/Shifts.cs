using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Pools;
using WebcareHub.Routing.Conversations;
using WebcareHub.ServiceDefaults;
using static WebcareHub.Routing.Conversations.Outcome;

namespace WebcareHub.Routing.Pools;

/// <summary>The shifts of a pool: its keeper plans them, its colleagues sign up, give up and hand over.</summary>
internal static class Shifts
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    private static readonly TimeSpan Shown = TimeSpan.FromDays(31);
    private const int MostPlaces = 100;

    public static Outcome DecidePlan(PoolView view, PlanShift shift, Guid id) =>
        view switch
        {
            _ when !view.Keeps => Refuse("Een dienst plant de beheerder van de pool."),
            _ when shift.Until <= shift.From || shift.Until - shift.From > Longest => Refuse(
                "Een dienst duurt ten hoogste 24 uur.",
                Refusal.Invalid
            ),
            _ when shift.From < view.Now - Longest => Refuse("Kies een moment dat nog moet komen.", Refusal.Invalid),
            _ when shift.Places is < 1 or > MostPlaces => Refuse($"Kies 1 tot en met {MostPlaces} plaatsen.", Refusal.Invalid),
            _ => Accept(
                new ShiftPlanned(
                    view.Pool,
                    id,
                    shift.From.ToUniversalTime(),
                    shift.Until.ToUniversalTime(),
                    shift.Places,
                    view.Caller.Agent,
                    view.Now
                )
            ),
        };

    public static Outcome DecideTake(PoolView view, Guid id) =>
        view.State.Shifts.GetValueOrDefault(id) switch
        {
            null => Refuse("Deze dienst is er niet.", Refusal.Unknown),
            _ when view.State.Agent(view.Me) is null => Refuse("U werkt niet in deze pool."),
            { Planned: var planned } when planned.Until <= view.Now => Refuse("Deze dienst is voorbij."),
            { Taken: var taken } when taken.ContainsKey(view.Me) => Nothing,
            { Taken.Count: var taken, Planned.Places: var places } when taken >= places => Refuse("Deze dienst is vol."),
            _ => Accept(new ShiftTaken(view.Pool, id, view.Caller.Agent, view.Me.Municipality, view.Now)),
        };

    public static Outcome DecideGiveUp(PoolView view, Guid id) =>
        view.State.Shifts.GetValueOrDefault(id) is not { } shift ? Refuse("Deze dienst is er niet.", Refusal.Unknown)
        : !shift.Taken.ContainsKey(view.Me) ? Nothing
        : Accept(new ShiftGivenUp(view.Pool, id, view.Caller.Agent, view.Me.Municipality, view.Now));

    public static Outcome DecideHandOver(PoolView view, Guid id, PoolState.Person to) =>
        view.State.Shifts.GetValueOrDefault(id) switch
        {
            null => Refuse("Deze dienst is er niet.", Refusal.Unknown),
            { Taken: var taken } when !taken.ContainsKey(view.Me) => Refuse("Dit is niet uw dienst."),
            { Taken: var taken } when taken.ContainsKey(to) => Refuse("Deze collega doet deze dienst al."),
            _ when view.State.Agent(to) is not { } other => Refuse("Deze collega werkt niet in deze pool.", Refusal.Invalid),
            _ => Accept(
                new ShiftHandedOver(
                    view.Pool,
                    id,
                    view.Caller.Agent,
                    view.Me.Municipality,
                    view.State.Agent(to)!,
                    to.Municipality,
                    view.Now
                )
            ),
        };

    public static Outcome DecideCancel(PoolView view, Guid id) =>
        !view.State.Shifts.ContainsKey(id) ? Refuse("Deze dienst is er niet.", Refusal.Unknown)
        : !view.Keeps ? Refuse("Een dienst plant de beheerder van de pool.")
        : Accept(new ShiftCancelled(view.Pool, id, view.Caller.Agent, view.Now));

    public static async Task<Results<Ok<IReadOnlyList<PoolShift>>, NotFound>> List(
        string pool,
        DateTimeOffset? from,
        DateTimeOffset? until,
        Caller caller,
        PoolDesk desk,
        CancellationToken ct
    )
    {
        if (await desk.ViewAsync(caller, pool, ct) is not { } view)
            return TypedResults.NotFound();
        var begin = from ?? view.Now - Longest;
        var end = until ?? begin + Shown;
        return TypedResults.Ok<IReadOnlyList<PoolShift>>([
            .. view
                .State.Shifts.Values.Where(shift => shift.Planned.Until > begin && shift.Planned.From < end)
                .OrderBy(shift => shift.Planned.From)
                .ThenBy(shift => shift.Planned.ShiftId)
                .Select(shift => PoolShown.Of(shift, view)),
        ]);
    }

    public static Task<Results<Ok<PoolDetail>, NotFound, ProblemHttpResult>> Plan(
        string pool,
        PlanShift shift,
        Caller caller,
        PoolDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, pool, view => DecidePlan(view, shift, Guid.CreateVersion7()), ct);

    public static Task<Results<Ok<PoolDetail>, NotFound, ProblemHttpResult>> Cancel(
        string pool,
        Guid id,
        Caller caller,
        PoolDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, pool, view => DecideCancel(view, id), ct);

    public static Task<Results<Ok<PoolDetail>, NotFound, ProblemHttpResult>> Take(
        string pool,
        Guid id,
        Caller caller,
        PoolDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, pool, view => DecideTake(view, id), ct);

    public static Task<Results<Ok<PoolDetail>, NotFound, ProblemHttpResult>> GiveUp(
        string pool,
        Guid id,
        Caller caller,
        PoolDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, pool, view => DecideGiveUp(view, id), ct);

    public static Task<Results<Ok<PoolDetail>, NotFound, ProblemHttpResult>> HandOver(
        string pool,
        Guid id,
        HandOverShift to,
        Caller caller,
        PoolDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, pool, view => DecideHandOver(view, id, new(to.Municipality ?? "", to.Subject ?? "")), ct);
}
