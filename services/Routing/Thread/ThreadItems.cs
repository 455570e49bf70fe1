using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Thread;

/// <summary>The thread of a conversation, read from its events.</summary>
internal sealed partial class ThreadItems
{
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<Guid, Entry> _byId = [];
    private readonly Dictionary<string, Guid> _byPlatformId = [];
    private readonly HashSet<Guid> _echoes = [];
    private readonly Dictionary<Guid, HidingRequested> _hidings = [];
    private readonly EffectiveBlueprint _blueprint;
    private readonly Visibility _visibility;
    private readonly string _channel;
    private bool _erased;

    private ThreadItems(DeskView view) =>
        (_blueprint, _visibility, _channel) = (view.Blueprint, view.Conversation.Visibility, view.Conversation.Channel);

    /// <summary>Everything, in the order of the platform's time.</summary>
    public static IReadOnlyList<ThreadItem> Of(DeskView view) => [.. Read(view).Sorted().Select(entry => entry.Item)];

    /// <summary>Only what came or changed after a version.</summary>
    public static IReadOnlyList<ThreadItem> Since(long version, DeskView view) =>
        [.. Read(view).Sorted().Where(entry => entry.Version > version).Select(entry => entry.Item)];

    private static ThreadItems Read(DeskView view)
    {
        var thread = new ThreadItems(view);
        foreach (var recorded in view.Events)
            thread.Add(recorded);
        foreach (var (replyId, answer) in view.Conversation.Replies)
            if (thread._byId.TryGetValue(replyId, out var entry))
                entry.Item = thread.WithState(entry, answer);
        return thread;
    }

    private IEnumerable<Entry> Sorted() => _entries.OrderBy(entry => entry.Order).ThenBy(entry => entry.First);

    private void Add(RecordedEvent recorded)
    {
        switch (recorded.Data)
        {
            case MessageReceived e:
                Put(recorded, Message(e));
                Remember(e.PlatformId, e.MessageId);
                break;
            case EchoSeen e:
                Put(
                    recorded,
                    New(e.MessageId, ThreadItemKind.Reply, e.Text, e.SentAt) with
                    {
                        MessageKind = e.Kind,
                        By = "Buiten WebcareHub",
                        State = DeliveryState.Sent,
                        Visibility = _visibility,
                        StateText = "Verstuurd buiten WebcareHub",
                    }
                );
                Remember(e.PlatformId, e.MessageId);
                _echoes.Add(e.MessageId);
                break;
            case ReplyRequested e:
                Put(
                    recorded,
                    New(e.ReplyId, ThreadItemKind.Reply, e.Text, e.At) with
                    {
                        By = e.By.Name,
                        Automatic = e.Automatic,
                        QuotedItemId = Quoted(e.QuotedId),
                        Attachments = Sent(e),
                        Visibility = e.Visibility,
                    }
                );
                if (e.ToMany is not null)
                    PutLine(recorded, recorded.Id, $"{e.By.Name} geeft dit antwoord aan iedereen met dezelfde vraag.");
                if (_visibility == Visibility.Public && e.Visibility == Visibility.Private)
                    PutLine(recorded, recorded.Id, $"{e.By.Name} gaat privé verder met de inwoner.");
                break;
            case HidingRequested e:
                _hidings[e.ReplyId] = e;
                PutLine(recorded, e.ReplyId, e.Hidden ? $"{e.By.Name} verbergt een bericht." : $"{e.By.Name} laat een bericht weer zien.");
                break;
            case NoteAdded e:
                Put(recorded, New(e.NoteId, ThreadItemKind.Note, e.Text, e.At) with { By = e.By.Name });
                break;
            default:
                Amend(recorded);
                break;
        }
    }

    private ThreadItem Message(MessageReceived e) =>
        New(e.MessageId, ThreadItemKind.Message, e.Text, e.SentAt) with
        {
            MessageKind = e.Kind,
            Visibility = _visibility,
            Warning =
                _visibility == Visibility.Public && PersonalDataScan.Find(e.Text).Any(data => data.Kind == "bsn") ? BsnInPublic : null,
            QuotedItemId = Quoted(e.QuotedId),
            Attachments =
            [
                .. e.Attachments.Select(file => new ThreadAttachment(file.FileId, file.ContentType, file.FileName, false, null)),
            ],
        };

    private static IReadOnlyList<ThreadAttachment> Sent(ReplyRequested e) =>
        [
            .. e.FileIds.Select(id =>
                e.Files?.FirstOrDefault(file => file.FileId == id) is { } file
                    ? new ThreadAttachment(id, file.ContentType, file.FileName, true, null)
                    : new ThreadAttachment(id, "", null, true, null)
            ),
        ];

    private void Put(RecordedEvent recorded, ThreadItem item)
    {
        var entry = new Entry
        {
            First = recorded.Version,
            Version = recorded.Version,
            // What the platform timed stands at its time; what we did stands in the order in which we did it.
            Order = recorded.Data is MessageReceived or EchoSeen ? item.At : recorded.Timestamp,
            Item = _erased && item.Kind != ThreadItemKind.System ? item with { Text = null, Gone = Erased } : item,
        };
        _entries.Add(entry);
        _byId[item.Id] = entry;
    }

    private void Change(RecordedEvent recorded, Guid id, Func<ThreadItem, ThreadItem> change)
    {
        if (!_byId.TryGetValue(id, out var entry))
            return;
        entry.Item = change(entry.Item);
        entry.Version = recorded.Version;
    }

    private void Because(Guid reply, string reason)
    {
        if (_byId.TryGetValue(reply, out var entry))
            entry.Reason = reason;
    }

    private void Remember(string? platformId, Guid item)
    {
        if (platformId is not null)
            _byPlatformId[platformId] = item;
    }

    private Guid? Quoted(string? platformId) => platformId is not null && _byPlatformId.TryGetValue(platformId, out var item) ? item : null;

    private ThreadItem WithState(Entry entry, Conversations.Answer answer) =>
        entry.Item with
        {
            State = answer.State,
            StateText =
                entry.Item.Kind == ThreadItemKind.System
                    ? Words.HidingInWords(answer.State, entry.Reason)
                    : Words.StateInWords(answer.State, entry.Reason, entry.Item.Visibility, _channel),
            UncertainParts =
            [
                .. answer
                    .Parts.Where(part => part.Value is { State: DeliveryState.Failed or DeliveryState.Uncertain, LeftAlone: false })
                    .Select(part => part.Key),
            ],
        };

    /// <summary>A line of the system.</summary>
    public static ThreadItem Line(Guid id, string text, DateTimeOffset at) => New(id, ThreadItemKind.System, text, at);

    private static ThreadItem New(Guid id, ThreadItemKind kind, string? text, DateTimeOffset at) =>
        new(id, kind, text, null, null, at, MessageKind.Text, false, [], [], null, null, null, [], false);

    private const string BsnInPublic =
        "In dit openbare bericht staat een burgerservicenummer. Verberg het als dat kan, en vraag de inwoner om het weg te halen.";

    private const string Erased = "De gegevens van deze inwoner zijn gewist.";

    private sealed class Entry
    {
        public required long First { get; init; }
        public required DateTimeOffset Order { get; init; }
        public required long Version { get; set; }
        public required ThreadItem Item { get; set; }
        public string? Reason { get; set; }
    }
}
