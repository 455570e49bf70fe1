using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Routing.Alike;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Together;

/// <summary>Answers to many of a scope.</summary>
internal static class ListAnswers
{
    public static async Task<Results<Ok<AnswersToMany>, NotFound>> Get(
        Guid? crisis,
        Caller caller,
        Scopes scopes,
        AnswersIn answers,
        CancellationToken ct
    ) =>
        await scopes.OfAsync(caller, crisis, ct) is { } scope
            ? TypedResults.Ok(new AnswersToMany(await answers.AllAsync(scope, ct)))
            : TypedResults.NotFound();
}
