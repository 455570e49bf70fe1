using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using WebcareHub.ServiceDefaults.Authentication;
using WebcareHub.ServiceDefaults.Exercising;

namespace WebcareHub.ServiceDefaults;

/// <summary>The edge that every API has in common.</summary>
public static class Api
{
    internal const string Root = "/api/v1";

    /// <summary>The group <c>/api/v1</c>: signed in, rate limited, described in OpenAPI. <see cref="Caller"/> can be injected below it.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app) =>
        app.MapGroup(Root)
            .RequireAuthorization(SignIn.Policy)
            .RequireRateLimiting(RateLimit.Policy)
            .WithMetadata(new ExerciseMark(ExerciseUse.Unmarked));

    /// <summary>Routes that work in an exercise: <see cref="Caller.Municipality"/> is then the exercise's own tenant.</summary>
    public static TBuilder InExercise<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new ExerciseMark(ExerciseUse.Own));

    /// <summary>Routes that stand above exercises, because they lead them: the caller stays who they are.</summary>
    public static TBuilder BesideExercise<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new ExerciseMark(ExerciseUse.Beside));

    /// <summary>Only callers with one of these roles; others get 403.</summary>
    public static TBuilder RequireRole<TBuilder>(this TBuilder routes, params IReadOnlyList<string> roles)
        where TBuilder : IEndpointConventionBuilder => routes.RequireAuthorization(SignIn.SignedIn().RequireRole(roles).Build());
}
