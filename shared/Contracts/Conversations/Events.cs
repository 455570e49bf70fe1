namespace WebcareHub.Contracts.Conversations;

// The stream conversation-{guid v7}, written by Routing. Past tense, only ever added to. Times are UTC.

/// <summary>A conversation of one resident with one account of one municipality began.</summary>
/// <param name="ResidentId">Our id of the resident, within this municipality.</param>
/// <param name="PreviousConversationId">The resolved conversation it continues, when the term for reopening had passed.</param>
/// <param name="Thread">Public: keyed hash of the root post.</param>
public sealed record ConversationOpened(
    Guid ConversationId,
    string Municipality,
    string Channel,
    string App,
    string Account,
    Guid ResidentId,
    Visibility Visibility,
    Guid? PreviousConversationId,
    DateTimeOffset At,
    string? Thread = null
);

/// <summary>A resident wrote. Times: <paramref name="SentAt"/> is the platform's, <paramref name="At"/> ours.</summary>
/// <param name="ReplyTo">What the channel needs to answer it in the right place.</param>
public sealed record MessageReceived(
    Guid MessageId,
    Guid DeliveryId,
    [property: Personal] string? PlatformId,
    [property: Personal] string? AuthorName,
    MessageKind Kind,
    [property: Personal] string? Text,
    [property: Personal] string? QuotedId,
    IReadOnlyList<AttachmentAnnounced> Attachments,
    string? Detail,
    DateTimeOffset SentAt,
    DateTimeOffset At,
    [property: Personal] string? ReplyTo = null
);

/// <summary>A file announced with a message.</summary>
/// <param name="PlatformFileId">By which the channel fetches it.</param>
/// <param name="Sha256">Base64 hash the platform gave, if any.</param>
public sealed record AttachmentAnnounced(
    Guid FileId,
    string ContentType,
    [property: Personal] string? FileName,
    [property: Personal] string? PlatformFileId = null,
    string? Sha256 = null
);

/// <summary>The file is stored, or never will be (<paramref name="Failure"/>, Dutch).</summary>
public sealed record AttachmentArrived(Guid FileId, string? ContentType, long Length, string? Failure, DateTimeOffset At);

/// <summary>The resident changed a message.</summary>
public sealed record MessageEdited(Guid MessageId, [property: Personal] string? Text, DateTimeOffset EditedAt, DateTimeOffset At);

/// <summary>The resident took a message back; screens no longer show its text.</summary>
public sealed record MessageDeleted(Guid MessageId, DateTimeOffset DeletedAt, DateTimeOffset At);

/// <summary>An emoji on a message of either side; null takes it away.</summary>
public sealed record ReactionGiven(Guid TargetMessageId, [property: Personal] string? Emoji, DateTimeOffset At);

/// <summary>The municipality answered outside this hub.</summary>
public sealed record EchoSeen(
    Guid MessageId,
    [property: Personal] string? PlatformId,
    MessageKind Kind,
    [property: Personal] string? Text,
    DateTimeOffset SentAt,
    DateTimeOffset At
);

/// <summary>The blueprint decided about a message. Everything the decision read stands here, so it can be replayed.</summary>
/// <param name="QuestionId">The question within the conversation this message belongs to.</param>
/// <param name="MessageId">The message decided on.</param>
/// <param name="Topic">Topic id, or null when none was recognised.</param>
/// <param name="Intent">question, remark, complaint or report.</param>
/// <param name="Priority">low, normal, high or urgent.</param>
/// <param name="Theme">monitoring, webcare or woordvoering.</param>
/// <param name="Trace">The rules that matched, in the order they were tried.</param>
/// <param name="Releases">Release number per layer.</param>
/// <param name="Epoch">The epoch in force.</param>
/// <param name="Facts">The other facts read (opening hours, first contact, …), as the rules saw them.</param>
public sealed record QuestionRecognised(
    Guid QuestionId,
    Guid MessageId,
    string? Topic,
    string? Intent,
    string Priority,
    string Theme,
    IReadOnlyList<TraceStep> Trace,
    IReadOnlyDictionary<string, int> Releases,
    long Epoch,
    IReadOnlyDictionary<string, string> Facts,
    DateTimeOffset At
);

/// <summary>One rule that matched.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Layer">The layer that gave its present form: <c>nl</c>, a region id, or a CBS code.</param>
/// <param name="Title">Its title, Dutch.</param>
/// <param name="Set">Fields it set, with their value.</param>
/// <param name="Lost">Fields it would have set, with the rule that had set them already.</param>
public sealed record TraceStep(
    string Rule,
    string Layer,
    string Title,
    IReadOnlyDictionary<string, string> Set,
    IReadOnlyDictionary<string, string> Lost
);

/// <summary>A colleague put another topic on the question.</summary>
public sealed record TopicCorrected(Guid QuestionId, string? From, string Topic, AgentRef By, DateTimeOffset At);

/// <summary>The conversation waits in a work list.</summary>
/// <param name="WorkList">Work list id.</param>
/// <param name="Role">Role that must handle it, or null.</param>
/// <param name="DueAt">When an answer is due, by opening hours; null when no answer is due.</param>
/// <param name="Overflow">never, region or national: whether others may be asked.</param>
public sealed record Queued(
    string WorkList,
    string? Role,
    DateTimeOffset? DueAt,
    string Overflow,
    bool ApprovalRequired,
    IReadOnlyList<string> SuggestedAnswers,
    IReadOnlyList<string> Labels,
    DateTimeOffset At
);

/// <summary>Who did something, as it was then.</summary>
/// <param name="Id">Subject of the sign-in, unique within the issuer.</param>
/// <param name="Name">Name shown to colleagues.</param>
public sealed record AgentRef(string Id, string Name);

/// <summary>A colleague took the conversation.</summary>
/// <param name="Pool">Through which a colleague of another municipality took it; null for an own colleague.</param>
/// <param name="From">The municipality that colleague works for. Their id is then preceded by it: <c>GM0072:jan</c>.</param>
public sealed record Claimed(AgentRef By, DateTimeOffset At, string? Pool = null, string? From = null);

/// <summary>The colleague gave it back to the work list.</summary>
public sealed record Released(AgentRef By, DateTimeOffset At);

/// <summary>The conversation went to another role or work list of the same municipality.</summary>
public sealed record HandedOver(AgentRef By, string WorkList, string? Role, [property: Personal] string? Reason, DateTimeOffset At);

/// <summary>A note for colleagues only.</summary>
public sealed record NoteAdded(Guid NoteId, [property: Personal] string? Text, AgentRef By, DateTimeOffset At);

/// <summary>An answer is to be sent.</summary>
/// <param name="By">Who answers; <c>system</c> for an automatic acknowledgement.</param>
/// <param name="Text">What the resident gets, signature included.</param>
/// <param name="AnswerId">The standard answer used, if any.</param>
/// <param name="Files">What <paramref name="FileIds"/> are; absent for answers of before it was recorded.</param>
/// <param name="Visibility">Who may read it; private in a public conversation: the question is moved to private.</param>
/// <param name="ReplyTo">As the channel gave it with the message that is answered.</param>
/// <param name="ToMany">The one answer to many that this is part of: approved once, sent to each. Null for an answer to one.</param>
/// <param name="CoreMessageId">The core message it tells, or corrects; null when it is none.</param>
/// <param name="Aside">It says something beside the open question, as a correction does: where the conversation stands does not change.</param>
public sealed record ReplyRequested(
    Guid ReplyId,
    [property: Personal] string? Text,
    string? AnswerId,
    [property: Personal] string? QuotedId,
    string? TemplateName,
    string? TemplateLanguage,
    [property: Personal] string? TemplateParameters,
    IReadOnlyList<Guid> FileIds,
    bool Automatic,
    AgentRef By,
    DateTimeOffset? WindowUntil,
    DateTimeOffset At,
    IReadOnlyList<AttachmentAnnounced>? Files = null,
    Visibility Visibility = Visibility.Private,
    [property: Personal] string? ReplyTo = null,
    Guid? ToMany = null,
    Guid? CoreMessageId = null,
    bool Aside = false
);

/// <summary>A part of the answer has the platform's id.</summary>
public sealed record ReplySent(Guid ReplyId, int Part, int Parts, [property: Personal] string? PlatformId, DateTimeOffset At);

/// <summary>A part is on the resident's device.</summary>
public sealed record ReplyDelivered(Guid ReplyId, int Part, int Parts, DateTimeOffset At);

/// <summary>The resident opened a part.</summary>
public sealed record ReplyRead(Guid ReplyId, int Part, int Parts, DateTimeOffset At);

/// <summary>A part was refused. <paramref name="Reason"/> is the sentence the colleague reads.</summary>
public sealed record ReplyFailed(Guid ReplyId, int Part, int Parts, string Reason, bool Retryable, DateTimeOffset At);

/// <summary>The call broke off: nobody knows yet whether the resident has it.</summary>
public sealed record ReplyUncertain(Guid ReplyId, int Part, int Parts, string Reason, DateTimeOffset At);

/// <summary>A colleague decided about an uncertain or failed part.</summary>
public sealed record ReplySettled(Guid ReplyId, int Part, bool SendAgain, AgentRef By, DateTimeOffset At);

/// <summary>A public message is to be hidden on the platform, or shown again. Its outcome is told as that of an answer with this id.</summary>
public sealed record HidingRequested(
    Guid ReplyId,
    Guid MessageId,
    bool Hidden,
    [property: Personal] string? ReplyTo,
    AgentRef By,
    DateTimeOffset At,
    [property: Personal] string? PlatformId = null
);

/// <summary>A public message is hidden on the platform, or shown again, as the platform tells it.</summary>
public sealed record MessageHidden(Guid MessageId, bool Hidden, DateTimeOffset At);

/// <summary>Set aside until a moment, or until the resident writes.</summary>
public sealed record Snoozed(AgentRef By, DateTimeOffset Until, DateTimeOffset At);

/// <summary>Back in the work list because the time has come.</summary>
public sealed record SnoozeEnded(DateTimeOffset At);

/// <summary>The due moment passed without an answer.</summary>
public sealed record DeadlinePassed(DateTimeOffset DueAt, DateTimeOffset At);

/// <summary>Done.</summary>
/// <param name="How">answered, no-reply, referred or handled-elsewhere.</param>
/// <param name="Reason">Needed for no-reply.</param>
public sealed record Resolved(string How, [property: Personal] string? Reason, AgentRef By, DateTimeOffset At);

/// <summary>Open again: the resident wrote within the term (<paramref name="By"/> null), or a colleague did it.</summary>
/// <param name="Unhappy">Neither: the resident gave a low score. Null otherwise.</param>
/// <param name="Promised">Neither: the day of a promise has come.</param>
public sealed record Reopened(AgentRef? By, DateTimeOffset At, LowScore? Unhappy = null, bool Promised = false);

/// <summary>The resident's personal data was destroyed; numbers stay.</summary>
public sealed record PersonalDataErased(AgentRef By, string Reason, DateTimeOffset At);
