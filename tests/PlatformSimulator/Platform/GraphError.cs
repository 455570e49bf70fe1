using System.Text.Json.Nodes;

namespace WebcareHub.PlatformSimulator.Platform;

/// <summary>An error as the Graph API shapes it.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Code a client branches on.</param>
/// <param name="Details">Sentence in <c>error_data.details</c>.</param>
internal sealed record GraphError(int Status, int Code, string Message, string? Details = null, int? Subcode = null)
{
    public static GraphError BadToken { get; } = new(401, 190, "Invalid OAuth access token - Cannot parse access token");

    public static GraphError PairRate { get; } =
        new(
            400,
            131056,
            "(#131056) (Business Account, Consumer Account) pair rate limit hit",
            "Too many messages to the same user in a short time."
        );

    public static GraphError NumberRate { get; } =
        new(
            429,
            130429,
            "(#130429) Rate limit hit",
            "Message failed to send because there were too many messages sent from this phone number."
        );

    public static GraphError Unavailable { get; } = new(500, 1, "An unknown error has occurred.");

    public static GraphError UnknownObject(string id) =>
        new(
            400,
            100,
            $"Unsupported post request. Object with ID '{id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.",
            Subcode: 33
        );

    public static GraphError Parameter(string details) => new(400, 100, "(#100) Invalid parameter", details);

    public static GraphError Value(string details) => new(400, 131009, "(#131009) Parameter value is not valid", details);

    public IResult ToResult()
    {
        var error = new JsonObject
        {
            ["message"] = Message,
            ["type"] = Subcode == 33 ? "GraphMethodException" : "OAuthException",
            ["code"] = Code,
        };
        if (Details is not null)
            error["error_data"] = new JsonObject { ["messaging_product"] = "whatsapp", ["details"] = Details };
        if (Subcode is not null)
            error["error_subcode"] = Subcode;
        error["fbtrace_id"] = "A" + Guid.NewGuid().ToString("N")[..22];
        return Results.Json(new JsonObject { ["error"] = error }, statusCode: Status);
    }
}
