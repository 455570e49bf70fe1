using Microsoft.AspNetCore.Http;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Bodies;
using WebcareHub.Channels.Receiving;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.Channels.Webhooks;

/// <summary>
/// Takes a post: size, signature over the bytes as they came, and only then reading. 200 means that the broker holds all of it; any other answer
/// makes the platform deliver again.
/// </summary>
public sealed class WebhookDoor(PlatformApps apps, Admission admission, AccountBook accounts, Reception reception, TimeProvider time)
{
    /// <summary>The answer to the platform; never throws for what it sent.</summary>
    public async Task<IResult> TakeAsync(IWebhook webhook, string app, HttpContext context, CancellationToken ct)
    {
        if (apps.Find(app) is not { } known)
        {
            return Problem(StatusCodes.Status404NotFound, "Unknown app", "No such platform app is configured here.");
        }

        using var place = await admission.EnterAsync(ct);
        if (!place.IsAcquired || !accounts.IsRead)
        {
            return Busy(context);
        }

        using var body = await PooledBody.ReadAsync(context.Request, PooledBody.Limit, ct);
        if (body is null)
        {
            return Problem(StatusCodes.Status413PayloadTooLarge, "Too large", "A post is at most 4 MB.");
        }

        if (!webhook.IsSigned(body.Bytes.Span, context.Request.Headers, known.Secret))
        {
            return Problem(StatusCodes.Status401Unauthorized, "Not signed", "The signature does not belong to this body.");
        }

        return await AcceptAsync(webhook, app, body.Bytes, context, ct);
    }

    private async Task<IResult> AcceptAsync(
        IWebhook webhook,
        string app,
        ReadOnlyMemory<byte> body,
        HttpContext context,
        CancellationToken ct
    )
    {
        try
        {
            var read = webhook.Read(body, app, time.GetUtcNow());
            var delivery = await reception.AcceptAsync(webhook.Channel, app, read, body, ct);
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
