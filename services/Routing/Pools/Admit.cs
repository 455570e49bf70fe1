using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Pools;
using WebcareHub.Routing.Conversations;
using WebcareHub.ServiceDefaults;
using static WebcareHub.Routing.Conversations.Outcome;

namespace WebcareHub.Routing.Pools;

/// <summary>A colleague may work in a pool, with what they can do. Or no longer.</summary>
internal static class Admit
{
    private const int MaxName = 200;
    private const string NotYours = "Dit beslist een manager of beheerder van de eigen gemeente, of de beheerder van de pool.";

    public static Outcome Decide(PoolView view, PoolState.Person person, AdmitAgent admitted) =>
        view switch
        {
            _ when Contracts.Exercise.Is(person.Municipality) || Contracts.Exercise.Is(person.Subject) => Refuse(
                Join.NotInExercise,
                Refusal.Invalid
            ),
            _ when !view.SpeaksFor(person.Municipality) => Refuse(NotYours),
            _ when string.IsNullOrWhiteSpace(admitted.Name) || admitted.Name.Length > MaxName || person.Subject.Length > MaxName => Refuse(
                "Noem de naam van deze collega.",
                Refusal.Invalid
            ),
            _ when admitted.Capacity is < 1 or > Attend.MostCapacity => Refuse(
                $"Kies een aantal van 1 tot en met {Attend.MostCapacity}.",
                Refusal.Invalid
            ),
            _ => Accept(
                new AgentAdmittedToPool(
                    view.Pool,
                    new AgentRef(person.Subject, admitted.Name.Trim()),
                    person.Municipality,
                    admitted.Channels ?? [],
                    admitted.Topics ?? [],
                    admitted.Languages ?? [],
                    admitted.Capacity ?? Attend.UsualCapacity,
                    admitted.Reserve,
                    view.Caller.Agent,
                    view.Now
                )
            ),
        };

    public static Outcome DecideLeaving(PoolView view, PoolState.Person person) =>
        view.State.Agent(person) is not { } agent ? Nothing
        : !view.SpeaksFor(person.Municipality) && person != view.Me ? Refuse(NotYours)
        : Accept([
            .. view
                .State.Shifts.Values.Where(shift => shift.Planned.From > view.Now && shift.Taken.ContainsKey(person))
                .Select(shift => new ShiftGivenUp(view.Pool, shift.Planned.ShiftId, agent, person.Municipality, view.Now)),
            new AgentLeftPool(view.Pool, agent, person.Municipality, view.Caller.Agent, view.Now),
        ]);

    public static Task<Results<Ok<PoolDetail>, NotFound, ProblemHttpResult>> Put(
        string pool,
        string municipality,
        string subject,
        AdmitAgent admitted,
        Caller caller,
        PoolDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, pool, view => Decide(view, new(municipality, subject), admitted), ct);

    public static Task<Results<Ok<PoolDetail>, NotFound, ProblemHttpResult>> Delete(
        string pool,
        string municipality,
        string subject,
        Caller caller,
        PoolDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, pool, view => DecideLeaving(view, new(municipality, subject)), ct);
}
