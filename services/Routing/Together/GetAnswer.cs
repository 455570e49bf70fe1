using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Together;

/// <summary>How far one answer to many is.</summary>
internal static class GetAnswer
{
    public static async Task<Results<Ok<AnswerToMany>, NotFound>> Get(
        Guid id,
        Guid? crisis,
        Caller caller,
        AnswersOfApprover known,
        AnswersIn answers,
        CancellationToken ct
    ) =>
        await known.ScopeAsync(caller, crisis, id, ct) is { } scope && await answers.OneAsync(scope, id, ct) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.NotFound();
}
