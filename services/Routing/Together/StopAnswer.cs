using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Routing.Conversations;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Together;

/// <summary>What has not left stays, and nobody joins any more.</summary>
internal static class StopAnswer
{
    public static async Task<Results<Ok<AnswerToMany>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        Guid? crisis,
        Caller caller,
        Withdrawing withdrawing,
        CancellationToken ct
    ) =>
        await withdrawing.StopAsync(caller, crisis, id, ct) switch
        {
            { Answer: null } => TypedResults.NotFound(),
            { Refused: true } => Problems.TooLate("Dit antwoord is al gestopt of teruggehaald, of gaat ook over andere gemeenten."),
            { Answer: { } answer } => TypedResults.Ok(answer),
        };
}
