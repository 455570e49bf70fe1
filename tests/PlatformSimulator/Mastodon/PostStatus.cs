using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WebcareHub.PlatformSimulator.Mastodon;

/// <summary>A post of a municipality, refused for every fault the real servers refuse; their errors are in the account's language.</summary>
internal static partial class PostStatus
{
    private static readonly string[] Widths = ["public", "unlisted", "private", "direct"];

    public static async Task<JsonObject> Post(HttpContext context, HttpRequest request)
    {
        using var body = await JsonDocument.ParseAsync(request.Body);
        var server = Door.ServerOf(context);
        var caller = Door.CallerOf(context);
        var key = request.Headers["Idempotency-Key"].FirstOrDefault();
        lock (server.Gate)
        {
            if (server.Kept(caller.Token!, key) is { } kept)
                return Shapes.Status(server, kept);
            var post = Make(server, caller, body.RootElement, key);
            server.Publish(post);
            server.Keep(caller.Token!, key, post);
            return Shapes.Status(server, post);
        }
    }

    private static Post Make(Server server, Person caller, JsonElement body, string? key)
    {
        var text = Text(body, "status") ?? "";
        var width = Text(body, "visibility") ?? "public";
        var files = body.TryGetProperty("media_ids", out var ids)
            ? ids.EnumerateArray().Select(id => File(server, id.GetString())).ToArray()
            : [];
        if (text.Length == 0 && files.Length == 0)
            throw new RefusedCallException(422, "バリデーションに失敗しました: Textを入力してください");
        if (Count(text) + (Text(body, "spoiler_text") ?? "").Length > server.Setup.Characters)
            throw new RefusedCallException(422, $"バリデーションに失敗しました: Textは{server.Setup.Characters}文字以内で入力してください");
        if (!Widths.Contains(width))
            throw new RefusedCallException(422, "バリデーションに失敗しました: Visibilityは一覧にありません");
        var parent = Text(body, "in_reply_to_id");
        if (parent is not null && server.Find(parent) is not { } answered)
            throw new RefusedCallException(404, "返信しようとしている投稿が見つかりません");
        return new Post(server.NewId(), caller, text, Markup.Of(server, text), width, server.Now)
        {
            InReplyTo = parent,
            Warning = Text(body, "spoiler_text") ?? "",
            Language = Text(body, "language"),
            Key = key,
            App = caller.App,
            Mentions = server.Mentioned(text),
            Files = files,
        };
    }

    private static Upload File(Server server, string? id) =>
        server.FindUpload(id) switch
        {
            null => throw new RefusedCallException(404, "Record not found"),
            { Looks: var looks } when looks < server.Setup.MediaLooks => throw new RefusedCallException(
                422,
                "処理が終わっていないファイルを添付することはできません"
            ),
            { } file => file,
        };

    // Addresses count for 23, a mention for its local part.
    private static int Count(string text) =>
        Remote().Replace(Address().Replace(text, new string('x', 23)), found => found.Value[..found.Value.IndexOf('@', 1)]).Length;

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![\w/=])@[A-Za-z0-9_][A-Za-z0-9_.-]*@[\w.-]+\w")]
    private static partial Regex Remote();
}
