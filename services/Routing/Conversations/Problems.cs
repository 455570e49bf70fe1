using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Routing.Conversations;

/// <summary>Refusals as problem details. The type is one word, part of the API: stale, conflict, window-closed, personal-data, invalid, unknown.</summary>
internal static class Problems
{
    public static ProblemHttpResult Of(Refusal refusal, long version) =>
        refusal.Type switch
        {
            Refusal.Invalid => Invalid(refusal.Sentence),
            Refusal.Unknown => Unknown(refusal.Sentence),
            var type => Conflict(type, refusal.Sentence, new() { ["currentVersion"] = version, ["changes"] = Array.Empty<ThreadItem>() }),
        };

    public static ProblemHttpResult Stale(long version, IReadOnlyList<ThreadItem> changes) =>
        Conflict(
            Refusal.Stale,
            "Dit gesprek is veranderd sinds u het opende. Bekijk wat erbij kwam.",
            new() { ["currentVersion"] = version, ["changes"] = changes }
        );

    public static ProblemHttpResult Invalid(string sentence) =>
        TypedResults.Problem(sentence, statusCode: StatusCodes.Status400BadRequest, title: "Dit verzoek klopt niet", type: Refusal.Invalid);

    /// <summary>Who has as many questions as they said they can do, gets no more.</summary>
    public static ProblemHttpResult Full(int capacity) =>
        Conflict("full", $"U hebt {capacity} vragen die nog een antwoord wachten. Handel er eerst een af.", []);

    /// <summary>Another resident is said to be the same person: say what becomes of that one.</summary>
    public static ProblemHttpResult Linked(string sentence) => Conflict("linked", sentence, []);

    /// <summary>It would go to another number than the colleague saw.</summary>
    public static ProblemHttpResult Count(string sentence, int count) => Conflict("count", sentence, new() { ["count"] = count });

    /// <summary>It was possible, and is no longer.</summary>
    public static ProblemHttpResult TooLate(string sentence) => Conflict(Refusal.Conflict, sentence, []);

    private static ProblemHttpResult Unknown(string sentence) =>
        TypedResults.Problem(sentence, statusCode: StatusCodes.Status404NotFound, title: "Niet gevonden", type: Refusal.Unknown);

    private static ProblemHttpResult Conflict(string type, string sentence, Dictionary<string, object?> extensions) =>
        TypedResults.Problem(
            sentence,
            statusCode: StatusCodes.Status409Conflict,
            title: "Dit kan nu niet",
            type: type,
            extensions: extensions
        );
}
