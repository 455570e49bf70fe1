namespace WebcareHub.PlatformSimulator.X;

/// <summary>X: its API as strict as the real one, and what a test steers it by.</summary>
internal static class XPlatform
{
    public static IServiceCollection AddX(this IServiceCollection services) =>
        services
            .AddSingleton<XWorld>()
            .AddSingleton<XOutbox>()
            .AddSingleton<XCalls>()
            .AddSingleton<XPosts>()
            .AddSingleton<XDirect>()
            .AddSingleton<XPen>();

    public static void MapX(this WebApplication app)
    {
        var api = app.MapGroup("/2");
        api.MapPost("/tweets", (HttpContext http, XPosts posts) => posts.PostAsync(http));
        api.MapGet("/tweets/{id}", (string id, HttpContext http, XPosts posts) => posts.Get(id, http));
        api.MapPut("/tweets/{id}/hidden", (string id, HttpContext http, XPosts posts) => posts.HideAsync(id, http));
        api.MapPost(
            "/dm_conversations/with/{resident}/messages",
            (string resident, HttpContext http, XDirect direct) => direct.PostAsync(resident, http)
        );
        api.MapPost("/media/upload", (HttpRequest request, XWorld world) => XMedia.PostAsync(request, world)).DisableAntiforgery();
        api.MapPost("/oauth2/token", (HttpRequest request, XWorld world) => XToken.PostAsync(request, world)).DisableAntiforgery();
        app.MapGet("/x/media/{id}", XMedia.Get);
        MapControl(app.MapGroup("/simulator/x"));
    }

    private static void MapControl(RouteGroupBuilder control)
    {
        control.MapPost(
            "/accounts",
            (XRegistration told, XWorld world) => world.Accounts[told.Account.Id] = new(told.Account, told.Webhook)
        );
        control.MapPost("/accounts/{id}/expiry", (string id, XWorld world) => world.Accounts[id].Expired = true);
        control.MapPost("/accounts/{id}/challenge", (string id, XWorld world, XOutbox outbox) => outbox.ChallengeAsync(world.Accounts[id]));
        control.MapPost(
            "/accounts/{id}/limits/{call}/{calls:int}",
            (string id, string call, int calls, XCalls all) => all.Leave(id, call, calls)
        );
        control.MapPost("/residents/{id}/closed", (string id, XWorld world) => world.Closed[id] = true);
        control.MapPost("/failures", (XFailure failure, XWorld world) => world.Order(failure));
        control.MapPost("/writings", (XWriting writing, HttpRequest request, XPen pen) => pen.PostAsync(writing, request));
        control.MapGet("/received", (string account, XWorld world) => world.Received.Where(one => one.Account == account));
    }
}
