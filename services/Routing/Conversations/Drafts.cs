using System.Text.Json;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;

namespace WebcareHub.Routing.Conversations;

/// <summary>Brings what the blueprint and the thread say to an answer a colleague wrote.</summary>
internal static class Drafts
{
    public static Reply.Draft Of(Guid replyId, NewReply wanted, DeskView view, FileIds files) =>
        new(
            replyId,
            wanted,
            Signature(view.Caller.Name, view),
            PlatformIdOf(wanted.QuotedItemId, view),
            Template(wanted, view),
            wanted.FileIds?.All(file => IsTheirs(file, view, files)) == false,
            To(wanted.QuotedItemId, view)
        );

    /// <summary>The text as the resident gets it. A signature that stands under it already is not repeated.</summary>
    public static string? Signed(string? text, string? signature)
    {
        var body = text?.Trim();
        return string.IsNullOrEmpty(body) ? null
            : string.IsNullOrWhiteSpace(signature) || body.EndsWith(signature, StringComparison.Ordinal) ? body
            : $"{body}\n\n{signature}";
    }

    public static string Parameters(IReadOnlyList<string>? parameters) => JsonSerializer.Serialize(parameters ?? []);

    /// <summary>What is known of the files that go along.</summary>
    public static IReadOnlyList<AttachmentAnnounced>? Files(NewReply wanted) =>
        wanted.Files is { Count: > 0 } files
            ?
            [
                .. files
                    .Where(file => wanted.FileIds?.Contains(file.Id) == true)
                    .DistinctBy(file => file.Id)
                    .Select(file => new AttachmentAnnounced(file.Id, file.ContentType, file.Name)),
            ]
            : null;

    /// <summary>Added for this resident, or sent by them in this conversation.</summary>
    private static bool IsTheirs(Guid file, DeskView view, FileIds files) =>
        files.IsOf(file, view.Conversation.Municipality, view.Conversation.ResidentId)
        || view.Events.Any(recorded => recorded.Data is MessageReceived { Attachments: var sent } && sent.Any(each => each.FileId == file));

    private static string? Signature(string name, DeskView view) =>
        view.Blueprint.Voice.Signature is { } signature
            ? view.Blueprint.Render(signature, new Dictionary<string, string> { ["medewerker"] = name }).Text.Trim()
            : null;

    private static string? PlatformIdOf(Guid? item, DeskView view) =>
        item is null
            ? null
            : view
                .Events.Select(recorded => recorded.Data)
                .Select(data =>
                    data switch
                    {
                        MessageReceived message when message.MessageId == item => message.PlatformId,
                        EchoSeen echo when echo.MessageId == item => echo.PlatformId,
                        ReplySent sent when sent.ReplyId == item => sent.PlatformId,
                        _ => null,
                    }
                )
                .FirstOrDefault(id => id is not null);

    /// <summary>Where the answer belongs: at the message that is quoted, otherwise at the resident's last one.</summary>
    private static Reply.Answered? To(Guid? quoted, DeskView view)
    {
        var events = view.Events.Select(recorded => recorded.Data).ToArray();
        var messages = events.OfType<MessageReceived>().ToArray();
        return (messages.FirstOrDefault(e => e.MessageId == quoted) ?? messages.MaxBy(e => e.SentAt)) is { } to
            ? new(to.ReplyTo, to.SentAt, to.ReplyTo is not null && events.Any(e => WentPrivately(e, to.ReplyTo, view.Conversation)))
            : null;
    }

    private static bool WentPrivately(object e, string to, Conversation conversation) =>
        e is ReplyRequested { Visibility: Visibility.Private } reply
        && reply.ReplyTo == to
        && conversation.Replies.GetValueOrDefault(reply.ReplyId)?.State != DeliveryState.Failed;

    private static Reply.FilledTemplate? Template(NewReply wanted, DeskView view)
    {
        if (view.Blueprint.Templates.FirstOrDefault(template => template.Name == wanted.TemplateName) is not { } template)
            return null;
        var values = template.Slots.Zip(wanted.TemplateParameters ?? []).ToDictionary(slot => slot.First, slot => slot.Second);
        return new(template.Name, template.Language, view.Blueprint.Render(template.Body, values).Text, template.Slots.Count);
    }
}
