using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Routing.Conversations;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Together;

/// <summary>Takes an answer back before anything left.</summary>
internal static class UndoAnswer
{
    public static async Task<Results<Ok<AnswerToMany>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        Guid? crisis,
        Caller caller,
        Withdrawing withdrawing,
        CancellationToken ct
    ) =>
        await withdrawing.UndoAsync(caller, crisis, id, ct) switch
        {
            { Answer: null } => TypedResults.NotFound(),
            { Refused: true } => Problems.TooLate("Terughalen kan niet meer. U kunt nog stoppen wat niet weg is."),
            { Answer: { } answer } => TypedResults.Ok(answer),
        };
}
