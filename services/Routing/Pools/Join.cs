using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Pools;
using WebcareHub.Routing.Conversations;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;
using static WebcareHub.Routing.Conversations.Outcome;

namespace WebcareHub.Routing.Pools;

/// <summary>A municipality takes part in a pool, on its terms, once it has reached the first level of maturity. Or it leaves.</summary>
internal static class Join
{
    public const int MostShare = 100;
    public const string NotInExercise = "In een oefening werkt de pool niet mee.";

    /// <summary>The first level, as the blueprint holds it.</summary>
    public static IReadOnlyList<MaturityItem> Asked(EffectiveBlueprint blueprint) =>
        [.. blueprint.Goals.Where(goal => goal.Level == 1).Select(goal => new MaturityItem(goal.Id, goal.Title, goal.Text, goal.Measure))];

    public static Outcome Decide(PoolView view, string municipality, JoinPool terms)
    {
        var blueprint = view.Blueprint(municipality);
        var (blocked, reached) = (terms.BlockedTopics ?? [], terms.Reached ?? []);
        var missing = Asked(blueprint).Where(item => !reached.Contains(item.Id)).Select(item => item.Title).ToArray();
        return view switch
        {
            _ when Contracts.Exercise.Is(municipality) => Refuse(NotInExercise, Refusal.Invalid),
            _ when !view.SpeaksFor(municipality) => Refuse(
                "Dit beslist een manager of beheerder van de gemeente, of de beheerder van de pool."
            ),
            _ when !blueprint.Layers.Contains(view.Pool) => Refuse("Deze gemeente hoort niet bij deze regio.", Refusal.Invalid),
            _ when terms.Share is < 1 or > MostShare => Refuse($"Kies een aandeel van 1 tot en met {MostShare}.", Refusal.Invalid),
            _ when blocked.FirstOrDefault(topic => blueprint.Topic(topic) is null) is { } unknown => Refuse(
                $"Het onderwerp {unknown} staat niet in de blauwdruk.",
                Refusal.Invalid
            ),
            _ when missing.Length > 0 => Refuse($"Nog niet bereikt: {string.Join(", ", missing)}."),
            _ => Accept(
                new MunicipalityJoinedPool(
                    view.Pool,
                    municipality,
                    new(terms.Share, terms.OwnFirst, [.. blocked.Distinct()]),
                    [.. reached.Distinct()],
                    view.Caller.Agent,
                    view.Now
                )
            ),
        };
    }

    public static Outcome DecideLeaving(PoolView view, string municipality) =>
        !view.State.Members.ContainsKey(municipality) ? Nothing
        : !view.SpeaksFor(municipality) ? Refuse("Dit beslist een manager of beheerder van de gemeente, of de beheerder van de pool.")
        : Accept(new MunicipalityLeftPool(view.Pool, municipality, view.Caller.Agent, view.Now));

    public static Task<Results<Ok<PoolDetail>, NotFound, ProblemHttpResult>> Put(
        string pool,
        string municipality,
        JoinPool terms,
        Caller caller,
        PoolDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, pool, view => Decide(view, municipality, terms), ct);

    public static Task<Results<Ok<PoolDetail>, NotFound, ProblemHttpResult>> Delete(
        string pool,
        string municipality,
        Caller caller,
        PoolDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, pool, view => DecideLeaving(view, municipality), ct);
}
