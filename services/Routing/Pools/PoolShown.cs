using WebcareHub.Contracts.Api;

namespace WebcareHub.Routing.Pools;

/// <summary>A pool and its shifts, as people see them.</summary>
internal static class PoolShown
{
    public static PoolDetail Of(PoolView view) =>
        new(
            view.Summary,
            [
                .. view
                    .State.Members.Values.Select(e => new PoolMember(e.Municipality, view.NameOf(e.Municipality), e.Terms, e.Reached, e.At))
                    .OrderBy(member => member.MunicipalityName, StringComparer.CurrentCulture),
            ],
            [
                .. view
                    .State.Agents.Values.Select(e => new PoolAgent(
                        e.Agent.Id,
                        e.Agent.Name,
                        e.Municipality,
                        view.NameOf(e.Municipality),
                        e.Channels,
                        e.Topics,
                        e.Languages,
                        e.Capacity,
                        e.Reserve
                    ))
                    .OrderBy(agent => agent.Name, StringComparer.CurrentCulture),
            ],
            Join.Asked(view.Blueprint(view.Caller.Municipality))
        );

    public static PoolShift Of(PoolState.Shift shift, PoolView view) =>
        new(
            shift.Planned.ShiftId,
            view.Pool,
            shift.Planned.From,
            shift.Planned.Until,
            shift.Planned.Places,
            [
                .. shift
                    .Taken.Select(taken => new ShiftPlace(
                        taken.Key.Subject,
                        taken.Value,
                        taken.Key.Municipality,
                        view.NameOf(taken.Key.Municipality),
                        taken.Key == view.Me
                    ))
                    .OrderBy(place => place.Name, StringComparer.CurrentCulture),
            ]
        );
}
