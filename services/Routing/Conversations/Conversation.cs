using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Pools;

namespace WebcareHub.Routing.Conversations;

/// <summary>
/// A conversation as its events made it. The same state stands in the work list's row (all but <see cref="Replies"/>), so that the hot path
/// decides without reading the stream.
/// </summary>
internal sealed partial record Conversation
{
    public static readonly Conversation None = new();

    public Guid Id { get; init; }
    public long Version { get; init; }
    public string Municipality { get; init; } = "";
    public string Channel { get; init; } = "";
    public string App { get; init; } = "";
    public string Account { get; init; } = "";
    public Guid ResidentId { get; init; }
    public Visibility Visibility { get; init; }
    public Guid? PreviousId { get; init; }
    public ConversationStatus Status { get; init; }
    public AgentRef? ClaimedBy { get; init; }
    public Guid? QuestionId { get; init; }
    public string? Topic { get; init; }
    public string? Intent { get; init; }
    public Priority Priority { get; init; } = Priority.Normal;
    public string Theme { get; init; } = "webcare";
    public string WorkList { get; init; } = "";
    public string? Role { get; init; }
    public string Overflow { get; init; } = "never";
    public bool ApprovalRequired { get; init; }
    public IReadOnlyList<string> SuggestedAnswers { get; init; } = [];
    public IReadOnlyList<string> Labels { get; init; } = [];
    public string? WhyHere { get; init; }
    public bool Acknowledged { get; init; }
    public string? ResidentName { get; init; }
    public string? Preview { get; init; }

    /// <summary>The message that <see cref="Preview"/> shows; null once it was taken back.</summary>
    public Guid? PreviewOf { get; init; }
    public bool Unread { get; init; }
    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset LastMessageAt { get; init; }
    public DateTimeOffset? WaitingSince { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public bool Overdue { get; init; }
    public DateTimeOffset? WindowUntil { get; init; }
    public DateTimeOffset? SnoozedUntil { get; init; }
    public DateTimeOffset? ResolvedAt { get; init; }
    public bool NeedsAttention { get; init; }
    public bool Erased { get; init; }

    /// <summary>Hash of the root post it stands under; empty for what is private.</summary>
    public string Thread { get; init; } = "";

    /// <summary>When a colleague last answered a public question in private.</summary>
    public DateTimeOffset? MovedAt { get; init; }

    public bool Exists => Id != Guid.Empty;

    public bool AwaitsAnswer => Status is ConversationStatus.Waiting or ConversationStatus.Claimed;

    public static Conversation Evolve(Conversation state, object @event) =>
        @event switch
        {
            ConversationOpened e => Open(e),
            MessageReceived e => state.Receive(e) with { Scoring = state.AfterMore },
            MessageEdited e => state.Edit(e),
            MessageDeleted e => state.Delete(e),
            EchoSeen e => state.Answered(e.SentAt),
            QuestionRecognised e => state.Recognise(e),
            TopicCorrected e => state with { Topic = e.Topic },
            Queued e => state.Queue(e),
            Claimed e => state with
            {
                ClaimedBy = e.By,
                ClaimedPool = e.Pool,
                Status = state.Status == ConversationStatus.Answered ? state.Status : ConversationStatus.Claimed,
                SnoozedUntil = null,
            },
            Released => state.LetGo(),
            OverflowOpened e => state.OpenUp(e),
            OverflowClosed e => state.Close(e.Pool),
            HandedOver e => state with
            {
                WorkList = e.WorkList,
                Role = e.Role,
                ClaimedBy = null,
                ClaimedPool = null,
                Status = ConversationStatus.Waiting,
                WaitingSince = state.WaitingSince ?? e.At,
                SnoozedUntil = null,
            },
            ReplyRequested { Aside: true } e => state.Ask(e.ReplyId, quiet: e.Automatic),
            ReplyRequested { Automatic: true } e => state.Ask(e.ReplyId) with { Acknowledged = true },
            ReplyRequested e => state.Ask(e.ReplyId).Answered(e.At) with
            {
                Unread = false,
                MovedAt = state.IsMovedBy(e) ? e.At : state.MovedAt,
                Scoring = state.AfterAnswer,
            },
            HidingRequested e => state.Ask(e.ReplyId),
            ReplySent e => state.Reach(e.ReplyId, e.Part, e.Parts, DeliveryState.Sent),
            ReplyDelivered e => state.Reach(e.ReplyId, e.Part, e.Parts, DeliveryState.Delivered),
            ReplyRead e => state.Reach(e.ReplyId, e.Part, e.Parts, DeliveryState.Read),
            ReplyFailed e => state.Reach(e.ReplyId, e.Part, e.Parts, DeliveryState.Failed, e.Retryable),
            ReplyUncertain e => state.Reach(e.ReplyId, e.Part, e.Parts, DeliveryState.Uncertain),
            ReplySettled e => state.Settle(e),
            Snoozed e => state with { Status = ConversationStatus.Snoozed, SnoozedUntil = e.Until },
            SnoozeEnded e => state with { Status = state.HeldOrWaiting, SnoozedUntil = null, WaitingSince = state.WaitingSince ?? e.At },
            LoopPromised e => state with { PromisedUntil = e.DueAt, BackAt = e.BackAt },
            LoopDue e => state.ComeBack(e),
            LoopClosed => state.Keep(),
            DeadlinePassed => state with { Overdue = true },
            Resolved e => state.Finish(e.At) with { Scoring = state.AfterDone(e.How) },
            Reopened e => state.OpenAgain(e),
            SatisfactionAsked e => state with { Scoring = Scoring.Asked, AskedAt = e.At },
            SatisfactionRated e => state.Rate(e),
            PersonalDataErased => state.Erase(),
            _ => state,
        };

    private static Conversation Open(ConversationOpened e) =>
        new()
        {
            Id = e.ConversationId,
            Municipality = e.Municipality,
            Channel = e.Channel,
            App = e.App,
            Account = e.Account,
            ResidentId = e.ResidentId,
            Visibility = e.Visibility,
            Thread = e.Thread ?? "",
            PreviousId = e.PreviousConversationId,
            Status = ConversationStatus.Waiting,
            OpenedAt = e.At,
            LastMessageAt = e.At,
            WaitingSince = e.At,
        };

    private Conversation Receive(MessageReceived e) =>
        this with
        {
            ResidentName = e.AuthorName ?? ResidentName,
            Preview = Conversations.Preview.Of(e.Kind, e.Text),
            PreviewOf = e.MessageId,
            Unread = true,
            LastMessageAt = Later(LastMessageAt, e.SentAt),
            WindowUntil = Window.After(Channel, Visibility, e.SentAt) is { } until ? Later(WindowUntil ?? until, until) : null,
            Status = Status is ConversationStatus.Answered or ConversationStatus.Snoozed ? HeldOrWaiting : Status,
            SnoozedUntil = null,
            WaitingSince = Status == ConversationStatus.Resolved ? null : WaitingSince ?? e.At,
        };

    private Conversation Edit(MessageEdited e) =>
        this with
        {
            LastMessageAt = Later(LastMessageAt, e.EditedAt),
            Preview = e.MessageId == PreviewOf ? Conversations.Preview.Of(MessageKind.Text, e.Text) : Preview,
        };

    private Conversation Delete(MessageDeleted e) =>
        e.MessageId == PreviewOf ? this with { Preview = Conversations.Preview.Deleted, PreviewOf = null } : this;

    private Conversation Erase() =>
        Keep() with
        {
            Erased = true,
            ResidentName = null,
            Preview = null,
            PreviewOf = null,
            Unread = false,
            NeedsAttention = false,
            WindowUntil = null,
            Scoring = Scoring.Over,
        };

    private Conversation Recognise(QuestionRecognised e)
    {
        var sameQuestion = e.QuestionId == QuestionId;
        var priority = Priorities.Parse(e.Priority);
        return this with
        {
            QuestionId = e.QuestionId,
            Topic = e.Topic ?? (sameQuestion ? Topic : null),
            Intent = e.Intent ?? (sameQuestion ? Intent : null),
            Priority = sameQuestion && Priority > priority ? Priority : priority,
            Theme = e.Theme,
            WhyHere = e.Trace.Count > 0 || !sameQuestion ? Explanation.InOneSentence(e.Trace) : WhyHere,
            Acknowledged = sameQuestion && Acknowledged,
            Scoring = sameQuestion || QuestionId is null ? Scoring : Scoring.None,
        };
    }

    private Conversation Queue(Queued e) =>
        this with
        {
            WorkList = e.WorkList,
            Role = e.Role,
            DueAt = e.DueAt,
            Overdue = Overdue && e.DueAt == DueAt,
            Overflow = e.Overflow,
            ApprovalRequired = e.ApprovalRequired,
            SuggestedAnswers = e.SuggestedAnswers,
            Labels = e.Labels,
        };

    private bool IsMovedBy(ReplyRequested e) => Visibility == Visibility.Public && e.Visibility == Visibility.Private;

    private Conversation Answered(DateTimeOffset at) =>
        this with
        {
            Status = Status == ConversationStatus.Resolved ? Status : ConversationStatus.Answered,
            LastMessageAt = Later(LastMessageAt, at),
            WaitingSince = null,
            DueAt = null,
            Overdue = false,
            SnoozedUntil = null,
        };

    private ConversationStatus HeldOrWaiting => ClaimedBy is null ? ConversationStatus.Waiting : ConversationStatus.Claimed;

    private Conversation Finish(DateTimeOffset at) =>
        this with
        {
            Status = ConversationStatus.Resolved,
            ResolvedAt = at,
            ClaimedBy = null,
            ClaimedPool = null,
            WaitingSince = null,
            DueAt = null,
            Overdue = false,
            SnoozedUntil = null,
            Unread = false,
        };

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
