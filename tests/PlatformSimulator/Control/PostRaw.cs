using WebcareHub.PlatformSimulator.Webhooks;

namespace WebcareHub.PlatformSimulator.Control;

internal static class PostRaw
{
    /// <summary>Signs any bytes and posts them.</summary>
    public static async Task<IResult> Post(HttpRequest request, Outbox outbox)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var post = outbox.Make("raw", "", [], body.ToArray());
        return Results.Ok(new Client.Written([], [post.Id], [await outbox.PostNow(post)]));
    }
}
