using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;

namespace WebcareHub.Routing.Relay;

/// <summary>What a channel would have told, in an exercise, where there is none: answers are sent and arrive, files are never there. Pure.</summary>
internal static class Rehearsed
{
    /// <summary>What the platform's id of an answer begins with, so that the log shows for good that it went nowhere.</summary>
    public const string Mark = "oefening:";

    private const string NoFile = "In een oefening worden geen bestanden opgehaald.";

    public static IEnumerable<ReplyOutcome> Outcomes(RecordedEvent recorded, Sender sender) =>
        recorded.Data switch
        {
            ReplyRequested e => Arrives(sender, e.ReplyId, 0, e.At),
            HidingRequested e => Arrives(sender, e.ReplyId, 0, e.At),
            ReplySettled { SendAgain: true } e => Arrives(sender, e.ReplyId, e.Part, e.At),
            _ => [],
        };

    public static IEnumerable<AttachmentStored> Files(RecordedEvent recorded, Sender sender) =>
        recorded.Data is MessageReceived received
            ? received.Attachments.Select(file => new AttachmentStored(
                sender.Municipality,
                sender.Conversation,
                file.FileId,
                null,
                0,
                NoFile,
                received.At
            ))
            : [];

    private static IEnumerable<ReplyOutcome> Arrives(Sender sender, Guid reply, int part, DateTimeOffset at) =>
        new[] { DeliveryState.Sent, DeliveryState.Delivered }.Select(state => new ReplyOutcome(
            sender.Municipality,
            sender.Conversation,
            reply,
            part,
            part + 1,
            state,
            $"{Mark}{reply:N}.{part}",
            null,
            false,
            at
        ));
}
