using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace WebcareHub.ServiceDefaults.Deciding;

/// <summary>Why not. The type ends the problem's <c>type</c> and is part of the API.</summary>
/// <param name="Sentence">Dutch, for a colleague.</param>
/// <param name="Type">One of the types below.</param>
public sealed record Refusal(string Sentence, string Type)
{
    /// <summary>It cannot be as things stand.</summary>
    public const string Conflict = "conflict";

    /// <summary>The request itself is not right.</summary>
    public const string Invalid = "invalid";

    /// <summary>There is a newer version than the one that was meant.</summary>
    public const string NewerVersion = "newer-version";

    /// <summary>Somebody else may.</summary>
    public const string NotYours = "not-yours";

    /// <summary>A text that others read says something about a person.</summary>
    public const string PersonalData = "personal-data";

    /// <summary>Whoever asked cannot also agree.</summary>
    public const string SecondPerson = "second-person";

    /// <summary>As problem details.</summary>
    public ProblemHttpResult Problem() =>
        Type switch
        {
            Invalid => Of(400, "Dit verzoek klopt niet"),
            PersonalData => Of(400, "Er staan persoonsgegevens in"),
            NotYours => Of(403, "Dit mag u niet"),
            SecondPerson => Of(409, "Dit doet een tweede persoon"),
            _ => Of(409, "Dit kan nu niet"),
        };

    private ProblemHttpResult Of(int status, string title) => TypedResults.Problem(Sentence, statusCode: status, title: title, type: Type);
}
