using Microsoft.AspNetCore.Http.HttpResults;

namespace WebcareHub.Blueprint.Discussing;

/// <summary>What a decision gives: events, nothing at all, or a refusal in a sentence a colleague can read.</summary>
internal readonly record struct Outcome(IReadOnlyList<object> Events, Refusal? Refusal)
{
    internal static Outcome Nothing => new([], null);

    internal static Outcome Accept(params object[] events) => new(events, null);

    internal static Outcome Refuse(string sentence, string type = Discussing.Refusal.Conflict) => new([], new Refusal(sentence, type));
}

/// <summary>Why not. The type ends the problem's <c>type</c> and is part of the API.</summary>
internal sealed record Refusal(string Sentence, string Type)
{
    internal const string Conflict = "conflict";
    internal const string Invalid = "invalid";
    internal const string PersonalData = "personal-data";
    internal const string NotYours = "not-yours";
    internal const string SecondPerson = "second-person";

    /// <summary>As problem details.</summary>
    internal ProblemHttpResult Problem() =>
        Type switch
        {
            Invalid => Of(400, "Dit verzoek klopt niet"),
            PersonalData => Of(400, "Er staan persoonsgegevens in"),
            NotYours => Of(403, "Dit mag u niet"),
            _ => Of(409, "Dit kan nu niet"),
        };

    private ProblemHttpResult Of(int status, string title) => TypedResults.Problem(Sentence, statusCode: status, title: title, type: Type);
}
