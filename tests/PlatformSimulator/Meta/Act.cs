using WebcareHub.PlatformSimulator.Client;

namespace WebcareHub.PlatformSimulator.Meta;

internal static class Act
{
    private static readonly string[] Public =
    [
        "comment",
        "post",
        "rating",
        "mention",
        "live-comment",
        "comment-edit",
        "comment-remove",
        "comment-hide",
        "comment-reaction",
        "own-comment",
    ];

    /// <summary>A resident, or a colleague outside the hub, does something at a page or account.</summary>
    public static IResult Post(MetaAct act, HttpRequest request, Pages pages, PrivateActs inPrivate, PublicActs inPublic)
    {
        if (pages.Find(act.Account) is not { } page)
            return Results.Problem($"Account {act.Account} is not known here.", statusCode: 400);
        var post = Public.Contains(act.Kind) ? inPublic.Do(page, act) : inPrivate.Do(page, act, $"{request.Scheme}://{request.Host}");
        return post is null
            ? Results.Problem($"An act of kind {act.Kind} is not known here, or lacks what it is about.", statusCode: 400)
            : Results.Ok(new Written(post.MessageIds, [post.Id], []));
    }
}
