using System.Text.Json;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Pools;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Inbound;
using WebcareHub.ServiceDefaults.Bus;

namespace WebcareHub.Routing.Relay;

/// <summary>
/// The one way out for what happened: answers to their channel, files to fetch, and one hint per batch for the screens. At least once; every
/// receiver is idempotent.
/// </summary>
internal sealed class RelaySubscriber(OutgoingBus bus, Vault vault) : IFeedSubscriber
{
    private const int SideBySide = 16;

    public string Name => "routing.relay:All";

    // QuestionRecognised and Queued always come with one of these.
    public IReadOnlyCollection<Type>? Types { get; } =
    [
        typeof(ConversationOpened),
        typeof(MessageReceived),
        typeof(MessageEdited),
        typeof(MessageDeleted),
        typeof(MessageHidden),
        typeof(ReactionGiven),
        typeof(SatisfactionAsked),
        typeof(SatisfactionRated),
        typeof(EchoSeen),
        typeof(AttachmentArrived),
        typeof(TopicCorrected),
        typeof(Claimed),
        typeof(Released),
        typeof(HandedOver),
        typeof(NoteAdded),
        typeof(ReplyRequested),
        typeof(HidingRequested),
        typeof(ReplySent),
        typeof(ReplyDelivered),
        typeof(ReplyRead),
        typeof(ReplyFailed),
        typeof(ReplyUncertain),
        typeof(ReplySettled),
        typeof(Snoozed),
        typeof(SnoozeEnded),
        typeof(LoopPromised),
        typeof(LoopDue),
        typeof(LoopClosed),
        typeof(DeadlinePassed),
        typeof(Resolved),
        typeof(Reopened),
        typeof(PersonalDataErased),
        typeof(OverflowOpened),
        typeof(OverflowClosed),
    ];

    public async Task HandleAsync(FeedBatch batch, CancellationToken ct)
    {
        var outgoing = batch.Events.Where(GoesToAChannel).ToArray();
        var senders = outgoing.Length == 0 ? [] : await Senders.ReadAsync(batch.Connection, outgoing, ct);
        // In order within a conversation, side by side across them: each send waits for the broker's word.
        await Parallel.ForEachAsync(
            outgoing.GroupBy(recorded => Streams.ConversationId(recorded.Stream)!.Value),
            new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = ct },
            async (conversation, token) =>
            {
                if (senders.TryGetValue(conversation.Key, out var sender) && !sender.Erased)
                    foreach (var recorded in conversation)
                        await (
                            Exercise.Is(recorded.Stream.Tenant) || Exercise.Is(sender.Municipality)
                                ? RehearseAsync(recorded, sender, token)
                                : SendAsync(recorded, sender, token)
                        );
            }
        );
        if (batch.Events.Any(recorded => recorded.Data is PersonalDataErased))
            // No channel ever knew anybody of an exercise.
            foreach (var erased in (await Erasures.TakeAsync(batch.Connection, ct)).Where(erased => !Exercise.Is(erased.Municipality)))
                await bus.PublishAsync(erased, ct);
        await TellScreensAsync(batch.Events, ct);
    }

    private static bool GoesToAChannel(RecordedEvent recorded) =>
        recorded.Data
            is ReplyRequested
                or HidingRequested
                or ReplySettled
                or MessageReceived { Attachments.Count: > 0 }
                or ConversationOpened { Channel: Contracts.Channel.Chat }
                or Resolved
                or Reopened
                or SatisfactionAsked;

    private async Task SendAsync(RecordedEvent recorded, Sender sender, CancellationToken ct)
    {
        var queue = Queues.RepliesFor(sender.Channel);
        switch (recorded.Data)
        {
            case ReplyRequested reply:
                if (await ReplyAsync(reply, sender, ct) is { } message)
                    await bus.SendAsync(queue, message, ct);
                break;
            case HidingRequested hiding:
                if (await HidingAsync(hiding, sender, ct) is { } act)
                    await bus.SendAsync(queue, act, ct);
                break;
            case ReplySettled settled:
                await bus.SendAsync(queue, Settled(settled, sender, recorded.Id), ct);
                break;
            case MessageReceived received:
                await bus.SendAsync(queue, Files(received, sender), ct);
                break;
            default:
                await TellChatAsync(recorded.Data, sender, ct);
                break;
        }
    }

    /// <summary>An exercise goes to no channel: what one would have told is said here.</summary>
    private async Task RehearseAsync(RecordedEvent recorded, Sender sender, CancellationToken ct)
    {
        foreach (var outcome in Rehearsed.Outcomes(recorded, sender))
            await bus.SendAsync(Queues.RoutingOutcomes, outcome, ct);
        foreach (var file in Rehearsed.Files(recorded, sender))
            await bus.SendAsync(Queues.RoutingOutcomes, file, ct);
    }

    /// <summary>A channel that keeps conversations itself hears whose this one is, and how it stands.</summary>
    private async Task TellChatAsync(object happened, Sender sender, CancellationToken ct)
    {
        if (sender.Channel != Contracts.Channel.Chat || await AddressAsync(sender, ct) is not { Count: > 0 } known)
            return;
        if (happened is ConversationOpened)
            await bus.PublishAsync(new ResidentKnown(sender.Municipality, sender.Conversation, sender.Resident, sender.Channel, known), ct);
        else if (Rested.Of(happened, sender, known) is { } rested)
            await bus.SendAsync(Queues.RepliesFor(sender.Channel), rested, ct);
    }

    private async Task<ReplyToSend?> ReplyAsync(ReplyRequested reply, Sender sender, CancellationToken ct)
    {
        var address = await AddressAsync(sender, ct);
        // Erased since it was asked for: there is nobody to send it to.
        if (address.Count == 0 || (reply.Text is null && reply.TemplateName is null && reply.FileIds.Count == 0))
            return null;
        var template = reply.TemplateName is null
            ? null
            : new TemplateUse(
                reply.TemplateName,
                reply.TemplateLanguage ?? "nl",
                JsonSerializer.Deserialize<string[]>(reply.TemplateParameters ?? "[]")!
            );
        return new ReplyToSend(
            sender.Municipality,
            sender.Conversation,
            reply.ReplyId,
            sender.Channel,
            sender.App,
            sender.Account,
            sender.Resident,
            address,
            template is null ? reply.Text : null,
            reply.QuotedId,
            template,
            reply.FileIds,
            reply.WindowUntil,
            reply.Files?.Where(file => file.FileName is not null).ToDictionary(file => file.FileId, file => file.FileName!),
            reply.Visibility,
            reply.ReplyTo,
            PersonalAfter: Window.PersonalAfter(sender.Channel, reply)
        );
    }

    private async Task<ReplyToSend?> HidingAsync(HidingRequested hiding, Sender sender, CancellationToken ct) =>
        await AddressAsync(sender, ct) is { Count: > 0 } address
            ? new ReplyToSend(
                sender.Municipality,
                sender.Conversation,
                hiding.ReplyId,
                sender.Channel,
                sender.App,
                sender.Account,
                sender.Resident,
                address,
                null,
                hiding.PlatformId,
                null,
                [],
                null,
                Visibility: Visibility.Public,
                ReplyTo: hiding.ReplyTo,
                Act: hiding.Hidden ? ReplyAct.Hide : ReplyAct.Unhide
            )
            : null;

    private async Task<IReadOnlyList<string>> AddressAsync(Sender sender, CancellationToken ct) =>
        sender.Address is { Length: > 0 }
            ? Addresses.Read(await vault.OpenForAsync(sender.Municipality, sender.Person, sender.Address, ct))
            : [];

    private static UncertainSettled Settled(ReplySettled settled, Sender sender, Guid id) =>
        new(sender.Municipality, sender.Conversation, settled.ReplyId, settled.Part, sender.Channel, settled.SendAgain, id);

    private static FetchAttachments Files(MessageReceived received, Sender sender) =>
        new(
            sender.Municipality,
            sender.Conversation,
            sender.Resident,
            sender.Channel,
            sender.App,
            sender.Account,
            [
                .. received.Attachments.Select(file => new InboundAttachment(
                    file.FileId,
                    file.PlatformFileId ?? "",
                    file.ContentType,
                    file.FileName,
                    file.Sha256
                )),
            ]
        );

    private Task TellScreensAsync(IReadOnlyList<RecordedEvent> events, CancellationToken ct)
    {
        var changes = events
            .Where(recorded => Streams.ConversationId(recorded.Stream) is not null)
            .GroupBy(recorded => recorded.Stream)
            .Select(stream => new ConversationChange(
                stream.Key.Tenant,
                Streams.ConversationId(stream.Key)!.Value,
                stream.Max(recorded => recorded.Version)
            ))
            .ToArray();
        return changes.Length == 0 ? Task.CompletedTask : bus.PublishAsync(new ConversationsChanged(changes), ct);
    }
}
