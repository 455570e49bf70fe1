namespace WebcareHub.Contracts.Bus;

/// <summary>Sent by Routing's relay to the channel: deliver this answer. Idempotent on <paramref name="ReplyId"/>.</summary>
/// <param name="Municipality">In whose name.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="ReplyId">Id of the answer.</param>
/// <param name="Channel">Channel code.</param>
/// <param name="App">Platform app of the account.</param>
/// <param name="Account">The municipality's account to send from.</param>
/// <param name="ResidentId">Whose key protects it.</param>
/// <param name="To">Platform ids of the resident, best first (see <see cref="PlatformPerson.Ids"/>).</param>
/// <param name="Text">Text, with the signature already on it; null for a pure template.</param>
/// <param name="QuotedId">Platform id of the message to quote; of the one to hide or show again.</param>
/// <param name="Template">Approved template, the only thing allowed outside the window.</param>
/// <param name="FileIds">Stored files to send along.</param>
/// <param name="WindowUntil">
/// The server stops free text after this moment (UTC). On Messenger and Instagram a day for an automatic answer, seven for a colleague's.
/// </param>
/// <param name="FileNames">The name a resident sees, per file of which it is known.</param>
/// <param name="Visibility">Who may read it. A channel never sends it wider; private in a public conversation goes by the platform's own means.</param>
/// <param name="ReplyTo">As the channel gave it with the message that is answered (<see cref="InboundMessage.ReplyTo"/>).</param>
/// <param name="Act">What is asked of the platform.</param>
/// <param name="PersonalAfter">After this moment (UTC) it may go only as a colleague's own words (Meta's HUMAN_AGENT); null where that is no matter.</param>
public sealed record ReplyToSend(
    string Municipality,
    Guid ConversationId,
    Guid ReplyId,
    string Channel,
    string App,
    string Account,
    Guid ResidentId,
    IReadOnlyList<string> To,
    string? Text,
    string? QuotedId,
    TemplateUse? Template,
    IReadOnlyList<Guid> FileIds,
    DateTimeOffset? WindowUntil,
    IReadOnlyDictionary<Guid, string>? FileNames = null,
    Visibility Visibility = Visibility.Private,
    string? ReplyTo = null,
    ReplyAct Act = ReplyAct.Answer,
    DateTimeOffset? PersonalAfter = null
);

/// <summary>What is asked of a platform.</summary>
public enum ReplyAct
{
    /// <summary>Deliver an answer.</summary>
    Answer,

    /// <summary>Hide the resident's public message.</summary>
    Hide,

    /// <summary>Show it again.</summary>
    Unhide,
}

/// <summary>A template as the platform approved it, with its slots filled.</summary>
public sealed record TemplateUse(string Name, string Language, IReadOnlyList<string> Parameters);

/// <summary>Sent by a channel to Routing: how far one part of an answer has got. Repeated after a restart until Routing has it.</summary>
/// <param name="Municipality">In whose name.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="ReplyId">The answer.</param>
/// <param name="Part">Part of a split answer, from 0.</param>
/// <param name="Parts">How many parts there are.</param>
/// <param name="State">How far.</param>
/// <param name="PlatformId">The platform's id, once it is known.</param>
/// <param name="Reason">For Failed and Uncertain: the sentence the colleague reads, Dutch.</param>
/// <param name="Retryable">For Failed: whether sending again can help.</param>
/// <param name="At">When the platform says it happened (UTC).</param>
public sealed record ReplyOutcome(
    string Municipality,
    Guid ConversationId,
    Guid ReplyId,
    int Part,
    int Parts,
    DeliveryState State,
    string? PlatformId,
    string? Reason,
    bool Retryable,
    DateTimeOffset At
);

/// <summary>Sent by Routing when a colleague decides about an uncertain or failed part.</summary>
/// <param name="SendAgain">True: send once more. False: leave it.</param>
/// <param name="SettlementId">Of the decision itself, the same each time it is told: the channel acts on it once.</param>
public sealed record UncertainSettled(
    string Municipality,
    Guid ConversationId,
    Guid ReplyId,
    int Part,
    string Channel,
    bool SendAgain,
    Guid? SettlementId = null
);

/// <summary>Sent by Routing to the channel once a message with files is in the store: fetch them now.</summary>
public sealed record FetchAttachments(
    string Municipality,
    Guid ConversationId,
    Guid ResidentId,
    string Channel,
    string App,
    string Account,
    IReadOnlyList<InboundAttachment> Attachments
);

/// <summary>Sent by a channel to Routing: the file is stored, or will never be.</summary>
/// <param name="Failure">Null when stored; otherwise the sentence the colleague reads, Dutch.</param>
public sealed record AttachmentStored(
    string Municipality,
    Guid ConversationId,
    Guid FileId,
    string? ContentType,
    long Length,
    string? Failure,
    DateTimeOffset At
);

/// <summary>Sent by Routing: this resident must be forgotten by every service that keeps something of them.</summary>
/// <param name="Aliases">Keyed hashes (<c>Pseudonyms.Hash</c>) of every platform id they were known by: what is kept without a resident id is found by these.</param>
public sealed record ResidentErased(
    string Municipality,
    Guid ResidentId,
    string Channel,
    IReadOnlyList<Guid> FileIds,
    DateTimeOffset At,
    IReadOnlyList<string>? Aliases = null
);

/// <summary>Sent by Routing to a channel: the terms of these have passed. What was said stays; the files and raw bodies go.</summary>
/// <param name="FileIds">Files of conversations that were resolved long enough ago.</param>
/// <param name="BodyIds">Raw bodies, by the id of their delivery.</param>
public sealed record KeepingEnded(string Municipality, IReadOnlyList<Guid> FileIds, IReadOnlyList<Guid> BodyIds, DateTimeOffset At);

/// <summary>
/// Sent by Routing to a channel that keeps conversations itself, when one has begun: whose it is. From then on the channel keeps it under that
/// resident's key.
/// </summary>
/// <param name="Ids">Platform ids of the resident, best first (see <see cref="PlatformPerson.Ids"/>).</param>
public sealed record ResidentKnown(string Municipality, Guid ConversationId, Guid ResidentId, string Channel, IReadOnlyList<string> Ids);

/// <summary>Sent by Routing to a channel that keeps conversations itself: a colleague is done with this one, or it goes on again.</summary>
/// <param name="Ids">Platform ids of the resident: it may come before the channel knows whose conversation this is.</param>
/// <param name="At">When that was (UTC): the latest counts, in whatever order they come.</param>
/// <param name="Ask">The channel is to ask the resident what they thought of the help.</param>
public sealed record ConversationRested(
    string Municipality,
    Guid ConversationId,
    string Channel,
    IReadOnlyList<string> Ids,
    bool Done,
    DateTimeOffset At,
    bool Ask = false
);

/// <summary>Published by a channel: the resident is writing, right now. Lost when nobody listens.</summary>
public sealed record ResidentTyping(string Municipality, Guid ConversationId);
