using System.Text.RegularExpressions;
using WebcareHub.PlatformSimulator.Platform;

namespace WebcareHub.PlatformSimulator.Meta;

/// <summary><c>GET /{account}?fields=mentioned_comment.comment_id(…)</c>: what somebody wrote who named the account.</summary>
internal static partial class ShowMention
{
    public static Task<IResult> Get(string account, string? fields, HttpRequest request, Pages pages, Walls walls) =>
        Caller.Answering(() =>
        {
            if (pages.Find(account) is not { IsInstagram: true } page)
                throw new RefusedException(GraphError.UnknownObject(account));
            request.MayUse(page);
            var asked = Asked().Match(fields ?? "");
            if (!asked.Success || walls.Find(asked.Groups[2].Value) is not { Gone: false, Mention: true } comment)
                throw Caller.Refuse("Param fields names nothing that mentions this account.");
            var told = new Dictionary<string, string?>
            {
                [asked.Groups[1].Value == "mentioned_media" ? "caption" : "text"] = comment.Text,
                ["username"] = comment.Name,
                ["timestamp"] = comment.At.ToString("yyyy-MM-ddTHH:mm:ss+0000", System.Globalization.CultureInfo.InvariantCulture),
                ["id"] = comment.Id,
            };
            return Task.FromResult(Results.Json(new Dictionary<string, object> { [asked.Groups[1].Value] = told, ["id"] = account }));
        });

    [GeneratedRegex(@"^(mentioned_comment|mentioned_media)\.(?:comment_id|media_id)\(([0-9]+)\)\{[a-z,]+\}$")]
    private static partial Regex Asked();
}
