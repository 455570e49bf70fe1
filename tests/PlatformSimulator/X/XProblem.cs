namespace WebcareHub.PlatformSimulator.X;

/// <summary>X's refusals, as it words them.</summary>
internal static class XProblem
{
    public static IResult Unauthorized => Of(401, "Unauthorized", "Unauthorized");

    public static IResult TooMany => Of(429, "Too Many Requests", "Too Many Requests");

    public static IResult Unavailable => Of(503, "Service Unavailable", "Service Unavailable");

    public static IResult Duplicate => Of(403, "Forbidden", "You are not allowed to create a Tweet with duplicate content.");

    public static IResult NoDirect => Of(403, "Forbidden", "You do not have permission to DM one or more participants.");

    public static IResult PostGone => Of(403, "Forbidden", "You attempted to reply to a Tweet that is deleted or not visible to you.");

    public static IResult UsedUp =>
        Of(429, "UsageCapExceeded", "Usage cap exceeded: Monthly product cap", "https://api.twitter.com/2/problems/usage-capped");

    public static IResult Invalid(string detail) =>
        Of(400, "Invalid Request", detail, "https://api.twitter.com/2/problems/invalid-request");

    public static IResult Of(int status, string title, string detail, string type = "about:blank") =>
        Results.Json(
            new
            {
                title,
                detail,
                type,
                status,
            },
            statusCode: status
        );
}
