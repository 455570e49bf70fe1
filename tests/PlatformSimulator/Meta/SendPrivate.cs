using System.Text;
using System.Text.Json;
using WebcareHub.PlatformSimulator.Platform;

namespace WebcareHub.PlatformSimulator.Meta;

/// <summary><c>POST /{page}/messages</c>: to a person within their window, or once to who placed a comment.</summary>
internal sealed class SendPrivate(Walls walls, Uploads uploads, Mishap mishap, MetaWebhooks webhooks, SimulatorClock clock)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private sealed record Message(string? Text, string? File, string? Metadata, string? Tag);

    public Task<IResult> Post(Page page, HttpRequest request) =>
        Caller.Answering(async () =>
        {
            request.MayUse(page);
            var body = await request.Body("recipient", "message", "messaging_type", "tag", "notification_type");
            var recipient = body.Part("recipient");
            recipient.Allow("id", "comment_id", "post_id", "user_ref");
            if (recipient.EnumerateObject().Count() != 1)
                throw Caller.Refuse("Exactly one of id, comment_id, post_id and user_ref is required.");
            var isReply = recipient.Text("comment_id") ?? recipient.Text("post_id");
            var message = Read(page, body, isReply is not null);
            var to = isReply ?? recipient.Text("id") ?? recipient.Text("user_ref") ?? "";
            return await mishap.Around(
                page,
                to,
                request.HttpContext,
                () => isReply is null ? ToPerson(page, to, message) : Reply(page, to, message)
            );
        });

    private Message Read(Page page, JsonElement body, bool isReply)
    {
        var type = body.Text("messaging_type");
        if (!page.IsInstagram && !isReply && type is not ("RESPONSE" or "UPDATE" or "MESSAGE_TAG"))
            throw Caller.Refuse("The parameter messaging_type is required.");
        var tag = body.Text("tag");
        if (tag is not (null or "HUMAN_AGENT") || tag is not null != type is "MESSAGE_TAG")
            throw Caller.Refuse("The parameters messaging_type and tag do not fit.");
        var content = body.Part("message");
        content.Allow(page.IsInstagram ? ["text", "attachment"] : ["text", "attachment", "metadata"]);
        var (text, file) = (content.Text("text"), FileOf(content));
        if (text is null == file is null)
            throw Caller.Refuse("Exactly one of text and attachment is required.");
        if (
            text is not null
            && (text.Trim().Length == 0 || (page.IsInstagram ? Encoding.UTF8.GetByteCount(text) > 1000 : text.Length > 2000))
        )
            throw Caller.Refuse("Length of param message[text] must be less than or equal to the limit.");
        if (content.Text("metadata")?.Length > 1000)
            throw Caller.Refuse("Param message[metadata] is too long.");
        return new Message(text, file, content.Text("metadata"), tag);
    }

    private string? FileOf(JsonElement content)
    {
        if (!content.TryGetProperty("attachment", out var attachment))
            return null;
        attachment.Allow("type", "payload");
        var id = attachment.Part("payload").Text("attachment_id");
        return id is not null && uploads.Knows(id) ? id : throw Caller.Refuse("Param attachment_id is not a valid attachment.");
    }

    private IResult ToPerson(Page page, string person, Message message)
    {
        if (walls.Find(page, person) is not { Latest: { } latest } talk)
            return MetaErrors.NoSuchPerson.ToResult();
        var age = clock.GetUtcNow() - latest;
        return age > Week || age > Day && message.Tag is null
            ? MetaErrors.Window(page).ToResult()
            : Accept(page, person, talk, message, null);
    }

    private IResult Reply(Page page, string about, Message message)
    {
        if (walls.Find(about) is not { Gone: false, FromPage: false } comment || comment.Page.Id != page.Id)
            return GraphError.UnknownObject(about).ToResult();
        if (comment.AnsweredPrivately)
            return MetaErrors.Answered.ToResult();
        if (comment.Mention || clock.GetUtcNow() - comment.At > Week || message.Text is null)
            return MetaErrors.NotThis.ToResult();
        comment.AnsweredPrivately = true;
        var person = page.Scoped(comment.Author);
        return Accept(page, person, walls.Of(page, person), message, about);
    }

    private IResult Accept(Page page, string person, Talk talk, Message message, string? about)
    {
        var line = new Talk.Line(walls.NewMessageId(), false, message.Text, clock.GetUtcNow())
        {
            Tag = message.Tag,
            File = message.File,
            About = about,
            Metadata = message.Metadata,
        };
        talk.Add(line);
        webhooks.Follow(page, person, line);
        return Results.Json(new { recipient_id = person, message_id = line.Id });
    }
}
