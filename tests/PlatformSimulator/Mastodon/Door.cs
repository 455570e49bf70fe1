namespace WebcareHub.PlatformSimulator.Mastodon;

/// <summary>Everything a call passes before it is looked at: the trouble that was ordered, the token, the limits.</summary>
internal sealed class Door(Servers servers) : IEndpointFilter
{
    private static readonly object ServerKey = new();
    private static readonly object CallerKey = new();

    public static Server ServerOf(HttpContext context) => (Server)context.Items[ServerKey]!;

    public static Person CallerOf(HttpContext context) => (Person)context.Items[CallerKey]!;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var server = servers.Of((string)http.Request.RouteValues["server"]!, http.Request);
        http.Items[ServerKey] = server;
        server.Toll.See($"{http.Request.Method} {string.Join('/', http.Request.Path.Value!.Split('/').Skip(3).Take(3))}");
        var authorization = http.Request.Headers.Authorization.ToString();
        var token = authorization.StartsWith("Bearer ", StringComparison.Ordinal) ? authorization["Bearer ".Length..] : "";
        Person? caller;
        lock (server.Gate)
            caller = server.WithToken(token);
        if (caller is null)
            return Error(401, "The access token is invalid");
        http.Items[CallerKey] = caller;
        if (!http.Request.Path.Value!.Contains("/streaming/", StringComparison.Ordinal) && !server.Toll.Pass(server, token, http))
            return Error(429, "Too many requests");
        return await Pass(server, context, next);
    }

    private static async ValueTask<object?> Pass(Server server, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var trouble = server.Troubles.Take(http.Request);
        switch (trouble?.Kind)
        {
            case MastodonTrouble.TokenExpired:
                return Error(401, "The access token expired");
            case MastodonTrouble.ServerError:
                return Results.Text("<html><body>We're sorry, but something went wrong</body></html>", "text/html", statusCode: 503);
            case MastodonTrouble.Page:
                return Results.Text("<html><body>Even geduld</body></html>", "text/html");
            case MastodonTrouble.RateLimited:
                http.Response.Headers["X-RateLimit-Remaining"] = "0";
                http.Response.Headers["X-RateLimit-Reset"] = server.Now.AddMilliseconds(trouble.Milliseconds).UtcDateTime.ToString("O");
                return Error(429, "リクエストが多すぎます");
        }

        try
        {
            var answer = trouble?.Kind == MastodonTrouble.TimeoutBeforeAccept ? null : await next(context);
            if (trouble is not null)
                await Break(http, trouble.Milliseconds);
            return answer;
        }
        catch (RefusedCallException refused)
        {
            return Error(refused.Status, refused.Message);
        }
    }

    private static async Task Break(HttpContext http, int milliseconds)
    {
        await Task.Delay(milliseconds);
        http.Abort();
    }

    private static IResult Error(int status, string error) => Results.Json(new { error }, statusCode: status);
}
