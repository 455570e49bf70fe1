namespace WebcareHub.PlatformSimulator.Mastodon;

internal static class OpenStream
{
    public static async Task Get(HttpContext context, HttpResponse response)
    {
        var server = Door.ServerOf(context);
        if (!server.Setup.Streams)
            throw new RefusedCallException(503, "Streaming is away");
        await server.Listeners.Serve(Door.CallerOf(context).Id, response, context.RequestAborted);
    }
}
