namespace WebcareHub.Workspace.Forwarding;

/// <summary>
/// As its own process the workspace is also the front door: what it does not answer itself under <c>/api</c> and <c>/channels</c> goes to the
/// service that does. In the Hub, where <c>Services:*</c> is not set, there is nothing to forward.
/// </summary>
internal static class ForwardingFeature
{
    internal static void AddForwarding(this WebApplicationBuilder builder)
    {
        if (Destinations.From(builder.Configuration) is { } destinations)
        {
            builder.Services.AddSingleton(destinations);
            builder.Services.AddSingleton<Forward>();
            builder.Services.AddSingleton<DescribeAll>();
        }
    }

    internal static void MapForwarding(this WebApplication app)
    {
        if (app.Services.GetService<Forward>() is { } forward)
        {
            // Each service signs in, limits and describes its own routes.
            var forwarded = app.MapGroup("").AllowAnonymous().ExcludeFromDescription();
            forwarded.Map("/api/{**rest}", forward.SendAsync);
            forwarded.Map("/channels/{**rest}", forward.SendAsync);
            forwarded.MapMethods("/crisis/{gemeente}", ["GET", "HEAD"], forward.SendAsync);
            forwarded.MapGet("/api/v1/openapi.json", DescribeAll.Get).WithOrder(BeforeOurOwn);
        }
    }

    private const int BeforeOurOwn = -1;
}
