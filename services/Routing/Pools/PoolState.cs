using System.Collections.Immutable;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Pools;
using WebcareHub.EventStore;

namespace WebcareHub.Routing.Pools;

/// <summary>A pool as its events made it.</summary>
internal sealed record PoolState
{
    /// <summary>A colleague: a subject is a name within its municipality only.</summary>
    internal readonly record struct Person(string Municipality, string Subject);

    internal sealed record Shift(ShiftPlanned Planned, ImmutableDictionary<Person, string> Taken);

    public static readonly PoolState None = new();

    public ImmutableDictionary<string, MunicipalityJoinedPool> Members { get; init; } =
        ImmutableDictionary<string, MunicipalityJoinedPool>.Empty;

    public ImmutableDictionary<Person, AgentAdmittedToPool> Agents { get; init; } = ImmutableDictionary<Person, AgentAdmittedToPool>.Empty;

    public ImmutableDictionary<Guid, Shift> Shifts { get; init; } = ImmutableDictionary<Guid, Shift>.Empty;

    public static PoolState Evolve(PoolState state, RecordedEvent recorded) => Evolve(state, recorded.Data);

    public static PoolState Evolve(PoolState state, object @event) =>
        @event switch
        {
            MunicipalityJoinedPool e => state with { Members = state.Members.SetItem(e.Municipality, e) },
            MunicipalityLeftPool e => state with { Members = state.Members.Remove(e.Municipality) },
            AgentAdmittedToPool e => state with { Agents = state.Agents.SetItem(new(e.Municipality, e.Agent.Id), e) },
            AgentLeftPool e => state with { Agents = state.Agents.Remove(new(e.Municipality, e.Agent.Id)) },
            ShiftPlanned e => state with { Shifts = state.Shifts.SetItem(e.ShiftId, new(e, ImmutableDictionary<Person, string>.Empty)) },
            ShiftCancelled e => state with { Shifts = state.Shifts.Remove(e.ShiftId) },
            ShiftTaken e => state.On(e.ShiftId, taken => taken.SetItem(new(e.Municipality, e.Agent.Id), e.Agent.Name)),
            ShiftGivenUp e => state.On(e.ShiftId, taken => taken.Remove(new(e.Municipality, e.Agent.Id))),
            ShiftHandedOver e => state.On(
                e.ShiftId,
                taken => taken.Remove(new(e.FromMunicipality, e.From.Id)).SetItem(new(e.ToMunicipality, e.To.Id), e.To.Name)
            ),
            _ => state,
        };

    public AgentRef? Agent(Person person) => Agents.GetValueOrDefault(person)?.Agent;

    private PoolState On(Guid shift, Func<ImmutableDictionary<Person, string>, ImmutableDictionary<Person, string>> change) =>
        Shifts.TryGetValue(shift, out var known)
            ? this with
            {
                Shifts = Shifts.SetItem(shift, known with { Taken = change(known.Taken) }),
            }
            : this;
}
