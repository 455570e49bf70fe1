using WebcareHub.Channels.Bodies;
using WebcareHub.Channels.Receiving;
using WebcareHub.Channels.Signatures;
using WebcareHub.Ingest.WhatsApp.Accounts;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.Ingest.WhatsApp.Webhook;

/// <summary>
/// Takes a post: size, signature over the bytes as they came, and only then reading. 200 means that the broker holds all of it; any other answer
/// makes the platform deliver again.
/// </summary>
internal static class Accept
{
    public static async Task<IResult> Post(
        string app,
        HttpContext context,
        PlatformApps apps,
        WhatsAppAdapter adapter,
        WayIn way,
        CancellationToken ct
    )
    {
        if (apps.Find(app) is not { } known)
        {
            return Problem(StatusCodes.Status404NotFound, "Unknown app", "No such platform app is configured here.");
        }

        using var place = await way.Admission.EnterAsync(ct);
        if (!place.IsAcquired || !way.Accounts.IsRead)
        {
            return Busy(context);
        }

        using var body = await PooledBody.ReadAsync(context.Request, PooledBody.Limit, ct);
        if (body is null)
        {
            return Problem(StatusCodes.Status413PayloadTooLarge, "Too large", "A post is at most 4 MB.");
        }

        if (!MetaSignature.Verify(body.Bytes.Span, context.Request.Headers[MetaSignature.Header], known.Secret))
        {
            return Problem(StatusCodes.Status401Unauthorized, "Not signed", $"{MetaSignature.Header} does not belong to this body.");
        }

        try
        {
            var delivery = await way.Reception.AcceptAsync(adapter, app, body.Bytes, ct);
            context.Response.Headers["Delivery-Id"] = delivery.ToString("D");
            return Results.Ok();
        }
        catch (BrokerAwayException)
        {
            return Busy(context);
        }
    }

    private static IResult Busy(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "5";
        return Problem(StatusCodes.Status503ServiceUnavailable, "Not now", "The post was not taken. Deliver it again.");
    }

    private static IResult Problem(int status, string title, string detail) => Results.Problem(detail, statusCode: status, title: title);
}

/// <summary>What a post passes on its way in.</summary>
internal sealed record WayIn(Admission Admission, AccountBook Accounts, Reception Reception);
