using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace WebcareHub.Channels.Webhooks;

/// <summary>Meta asks whether this address is ours: the token must be right, the challenge goes back bare.</summary>
internal static class MetaHandshake
{
    /// <summary>403 for a wrong token, 404 for an app that has none.</summary>
    public static Results<ContentHttpResult, NotFound, StatusCodeHttpResult> Get(
        string app,
        PlatformApps apps,
        [FromQuery(Name = "hub.mode")] string? mode,
        [FromQuery(Name = "hub.verify_token")] string? token,
        [FromQuery(Name = "hub.challenge")] string? challenge
    )
    {
        if (apps.Find(app) is not { VerifyToken: { } expected })
        {
            return TypedResults.NotFound();
        }

        var right = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token ?? ""), Encoding.UTF8.GetBytes(expected));
        return mode == "subscribe" && right && challenge is { Length: > 0 and <= 256 }
            ? TypedResults.Text(challenge, "text/plain")
            : TypedResults.StatusCode(StatusCodes.Status403Forbidden);
    }
}
