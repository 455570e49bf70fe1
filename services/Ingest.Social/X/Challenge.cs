using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using WebcareHub.Channels.Signatures;
using WebcareHub.Channels.Webhooks;

namespace WebcareHub.Ingest.Social.X;

/// <summary>X asks every hour whether whoever answers here holds the app's secret, and stops delivering when not.</summary>
internal static class Challenge
{
    private const int LongestToken = 1024;

    /// <summary>404 for an app that is not configured, 400 without a token to answer.</summary>
    public static Results<Ok<Answer>, NotFound, BadRequest> Get(
        string app,
        PlatformApps apps,
        [FromQuery(Name = "crc_token")] string? token
    )
    {
        if (apps.Find(app) is not { } known)
        {
            return TypedResults.NotFound();
        }

        return token is { Length: > 0 and <= LongestToken }
            ? TypedResults.Ok(new Answer(XSignature.AnswerChallenge(token, known.Secret)))
            : TypedResults.BadRequest();
    }

    internal sealed record Answer([property: JsonPropertyName("response_token")] string Token);
}
