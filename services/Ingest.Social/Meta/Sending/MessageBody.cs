using System.Text.Json.Nodes;

namespace WebcareHub.Ingest.Social.Meta.Sending;

/// <summary>The JSON of <c>POST /{page or account}/messages</c>.</summary>
internal static class MessageBody
{
    /// <param name="file">Type and id of an uploaded file, for a part that is a file.</param>
    public static ReadOnlyMemory<byte> Write(Errand errand, Recipient to, (string Type, string Id)? file)
    {
        var message = file is { } sent
            ? new JsonObject
            {
                ["attachment"] = new JsonObject
                {
                    ["type"] = sent.Type,
                    ["payload"] = new JsonObject { ["attachment_id"] = sent.Id },
                },
            }
            : new JsonObject { ["text"] = errand.Content.Text };
        if (errand.Surface.GivesBackOurId)
        {
            message["metadata"] = errand.Part.Id.ToString("D");
        }

        var body = new JsonObject { ["recipient"] = RecipientOf(to), ["message"] = message };
        if (to.Late)
        {
            body["messaging_type"] = "MESSAGE_TAG";
            body["tag"] = "HUMAN_AGENT";
        }
        else if (errand.Surface.GivesBackOurId)
        {
            body["messaging_type"] = "RESPONSE";
        }

        return Bytes(body);
    }

    public static ReadOnlyMemory<byte> Bytes(JsonObject body) => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(body);

    private static JsonObject RecipientOf(Recipient to) =>
        to switch
        {
            { CommentId: { } comment } => new() { ["comment_id"] = comment },
            { PostId: { } post } => new() { ["post_id"] = post },
            { UserRef: { } reference } => new() { ["user_ref"] = reference },
            _ => new() { ["id"] = to.PersonId },
        };
}
