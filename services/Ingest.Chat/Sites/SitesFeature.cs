using Microsoft.AspNetCore.Mvc;
using WebcareHub.Rulebooks;

namespace WebcareHub.Ingest.Chat.Sites;

/// <summary>The feature: where the chat stands, and the door that visitors come in by.</summary>
internal static class SitesFeature
{
    public static void AddSites(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ChatSites>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<ChatSites>());
        builder.Services.AddSingleton<Limits>();
        builder.Services.AddSingleton<Door>();
        builder.Services.AddRulebook();
        builder.Services.AddSingleton<Openings>();
        builder.Services.AddScoped<Guest>();
    }

    /// <summary>The routes of one site. Outside the API: visitors do not sign in, they pass the <see cref="Door"/>, before any of their words are read.</summary>
    public static RouteGroupBuilder MapSite(this WebApplication app)
    {
        var door = app.Services.GetRequiredService<Door>();
        app.Use(
            (context, next) =>
                context.GetEndpoint()?.Metadata.GetMetadata<SiteMark>() is not null && door.Refusal(context) is { } refusal
                    ? refusal.ExecuteAsync(context)
                    : next(context)
        );
        var site = app.MapGroup("/channels/chat/{account}").AllowAnonymous().ExcludeFromDescription();
        site.WithMetadata(new SiteMark(), new RequestSizeLimitAttribute(LongestBody));
        site.MapMethods("/{**rest}", ["OPTIONS"], () => TypedResults.NoContent());
        return site;
    }

    public static RouteHandlerBuilder WithLimit(this RouteHandlerBuilder route, Limit limit) => route.WithMetadata(new LimitMark(limit));

    // Words and a few ids; files say so themselves.
    private const int LongestBody = 64 * 1024;

    private sealed record SiteMark;
}
