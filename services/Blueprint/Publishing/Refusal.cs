using Microsoft.AspNetCore.Http.HttpResults;

namespace WebcareHub.Blueprint.Publishing;

/// <summary>What was asked cannot be done; Dutch, for a colleague.</summary>
internal sealed record Refusal(int Status, string Title, string Detail)
{
    internal ProblemHttpResult Problem() => TypedResults.Problem(Detail, statusCode: Status, title: Title);
}
