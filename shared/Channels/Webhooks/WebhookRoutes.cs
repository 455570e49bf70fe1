using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace WebcareHub.Channels.Webhooks;

/// <summary>What platforms call. Outside the API: they sign their posts in stead of signing in.</summary>
public static class WebhookRoutes
{
    /// <summary>Takes posts at <c>/channels/NAME/{app}</c>.</summary>
    public static RouteGroupBuilder MapWebhook<TWebhook>(this IEndpointRouteBuilder routes, string name)
        where TWebhook : class, IWebhook
    {
        var webhook = routes.MapGroup($"/channels/{name}/{{app}}").AllowAnonymous().ExcludeFromDescription();
        webhook.MapPost(
            "",
            (string app, WebhookDoor door, HttpContext context, CancellationToken ct) =>
                door.TakeAsync(context.RequestServices.GetRequiredService<TWebhook>(), app, context, ct)
        );
        return webhook;
    }

    /// <summary>Answers Meta's question whether this address is ours.</summary>
    public static void MapMetaHandshake(this RouteGroupBuilder webhook) => webhook.MapGet("", MetaHandshake.Get);
}
