using WebcareHub.PlatformSimulator.Webhooks;

namespace WebcareHub.PlatformSimulator.Control;

internal static class PostAgain
{
    /// <summary>Posts an earlier webhook once more, <paramref name="times"/> times at the same moment.</summary>
    public static async Task<IResult> Post(long id, Outbox outbox, int times = 1)
    {
        if (outbox.All.FirstOrDefault(post => post.Id == id) is not { } known)
            return Results.NotFound();
        var answers = await Task.WhenAll(Enumerable.Range(0, times).Select(_ => Task.Run(() => outbox.PostNow(known))));
        return Results.Ok(new Client.Written(known.MessageIds, [id], answers));
    }
}
