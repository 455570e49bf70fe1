namespace WebcareHub.Monitoring.OpenData;

/// <summary>Open data: everybody may read it, keep it and use it on another website.</summary>
internal static class OpenDataRoutes
{
    internal static void AddOpenData(this WebApplicationBuilder builder) => builder.Services.AddSingleton<Catalogue>();

    internal static void MapOpenData(this RouteGroupBuilder api)
    {
        var open = api.MapGroup("/open-data").WithTags("Open data").AllowAnonymous().AddEndpointFilter(KeepAsync);
        open.MapGet("", ShowOpenData.Get).WithName("ShowOpenData").WithSummary("What open data there is");
        open.MapGet("/figures", ShowOpenData.GetMonth)
            .WithName("ShowOpenMonth")
            .WithSummary("Means of groups of municipalities in a month");
        open.MapGet("/figures/file", ShowOpenData.GetFile).WithName("DownloadOpenMonth").WithSummary("The same as a table");
    }

    // A month that stands does not change, but which month is the last one does.
    private static async ValueTask<object?> KeepAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var response = context.HttpContext.Response;
        response.Headers.AccessControlAllowOrigin = "*";
        response.OnStarting(() =>
        {
            response.Headers.CacheControl = response.StatusCode == StatusCodes.Status200OK ? "public, max-age=3600" : "no-store";
            return Task.CompletedTask;
        });
        return await next(context);
    }
}
