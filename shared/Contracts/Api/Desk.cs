using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Contracts.Api;

// What the desk API of Routing answers, /api/v1/conversations. camelCase on the wire, times UTC, names without a date word at the end.

/// <summary>Where a conversation stands.</summary>
public enum ConversationStatus
{
    /// <summary>Waits for a colleague.</summary>
    Waiting,

    /// <summary>A colleague has it.</summary>
    Claimed,

    /// <summary>Answered; waits for the resident.</summary>
    Answered,

    /// <summary>Set aside.</summary>
    Snoozed,

    /// <summary>Done.</summary>
    Resolved,
}

/// <summary>A row of the work list.</summary>
/// <param name="Preview">First words of the last message of the resident.</param>
/// <param name="WhyHere">One Dutch sentence from the trace.</param>
/// <param name="NeedsAttention">An answer failed or is uncertain.</param>
/// <param name="OpenTo">Pools whose colleagues may help with it; null when none.</param>
public sealed record ConversationRow(
    Guid Id,
    string Municipality,
    string MunicipalityName,
    string Channel,
    Visibility Visibility,
    string? ResidentName,
    string? Preview,
    bool Unread,
    ConversationStatus Status,
    string? Topic,
    string? TopicTitle,
    string Priority,
    string WorkList,
    string? Role,
    AgentRef? ClaimedBy,
    DateTimeOffset LastMessageAt,
    DateTimeOffset? WaitingSince,
    DateTimeOffset? DueAt,
    DateTimeOffset? WindowUntil,
    DateTimeOffset? SnoozedUntil,
    string? WhyHere,
    bool NeedsAttention,
    long Version,
    IReadOnlyList<string>? OpenTo = null
);

/// <summary>A page of the work list; <paramref name="Next"/> is the key of the following page, opaque, null at the end.</summary>
public sealed record ConversationPage(IReadOnlyList<ConversationRow> Items, string? Next);

/// <summary>How many conversations stand where, for the queue list.</summary>
public sealed record WorkListCounts(int Mine, int Waiting, int Answered, int Snoozed, int Overdue, int NeedsAttention);

/// <summary>A search: words in messages and names. Posted, because names never stand in an address.</summary>
public sealed record ConversationSearch(
    string Words,
    string? Channel = null,
    ConversationStatus? Status = null,
    string? After = null,
    int? Limit = null
);

/// <summary>A whole conversation.</summary>
public sealed record ConversationDetail(
    ConversationRow Row,
    string AccountName,
    Guid ResidentId,
    IReadOnlyList<ThreadItem> Thread,
    IReadOnlyList<string> SuggestedAnswers,
    IReadOnlyList<string> Labels,
    bool ApprovalRequired,
    IReadOnlyList<AgentRef> Viewers,
    IReadOnlyList<EarlierConversation> Earlier,
    IReadOnlyList<RelatedConversation>? Related = null,
    ChannelMeans? Means = null,
    ConversationSharing? Sharing = null,
    OpenPromise? Promise = null
);

/// <summary>What the channel of a conversation can do.</summary>
/// <param name="MovesToPrivate">A public question can be answered in private.</param>
/// <param name="Hides">A public message can be hidden on the platform.</param>
/// <param name="TextLimit">Most characters of one message; a longer answer goes in parts. Null when there is no small limit.</param>
public sealed record ChannelMeans(bool MovesToPrivate, bool Hides, int? TextLimit);

/// <summary>An earlier conversation of the same resident, in the same place.</summary>
public sealed record EarlierConversation(Guid Id, string? TopicTitle, ConversationStatus Status, DateTimeOffset OpenedAt);

/// <summary>A conversation of the same person somewhere else: another channel, another post, or in private.</summary>
/// <param name="Words">How they belong together, Dutch: "Ook in het openbaar op Facebook".</param>
/// <param name="Linked">A colleague linked the two residents; otherwise the platform says they are one.</param>
public sealed record RelatedConversation(
    Guid Id,
    string Channel,
    Visibility Visibility,
    string Words,
    string? TopicTitle,
    ConversationStatus Status,
    DateTimeOffset LastMessageAt,
    bool Linked
);

/// <summary>The version after a command.</summary>
public sealed record ConversationVersion(Guid Id, long Version);

/// <summary>A command that only needs to know what the colleague saw.</summary>
public sealed record OnVersion(long ExpectedVersion);

/// <summary>An answer. Either text, or a template outside the window.</summary>
/// <param name="FileIds">Files uploaded for this resident, to send along.</param>
/// <param name="Files">What those files are, for the thread and for the name the resident sees; may say less than <paramref name="FileIds"/>.</param>
/// <param name="Privately">In a public conversation: only the resident gets it, by the platform's own means.</param>
public sealed record NewReply(
    long ExpectedVersion,
    string? Text,
    string? AnswerId = null,
    Guid? QuotedItemId = null,
    string? TemplateName = null,
    IReadOnlyList<string>? TemplateParameters = null,
    IReadOnlyList<Guid>? FileIds = null,
    bool ResolveAfter = false,
    bool SendDespitePersonalData = false,
    IReadOnlyList<NewReplyFile>? Files = null,
    bool Privately = false
);

/// <summary>A file that goes with an answer, as the colleague chose it.</summary>
/// <param name="Name">With its extension, at most 200 characters.</param>
public sealed record NewReplyFile(Guid Id, string ContentType, string? Name);

/// <summary>The answer is on its way.</summary>
public sealed record ReplyAccepted(Guid ReplyId, long Version);

/// <summary>A decision about an uncertain or failed part of an answer.</summary>
public sealed record SettleReply(long ExpectedVersion, int Part, bool SendAgain);

/// <summary>A note.</summary>
public sealed record NewNote(string Text);

/// <summary>Another topic.</summary>
public sealed record CorrectTopic(long ExpectedVersion, string Topic);

/// <summary>To another work list or role.</summary>
public sealed record HandOver(long ExpectedVersion, string WorkList, string? Role, string? Reason);

/// <summary>Set aside until a moment (UTC).</summary>
public sealed record Snooze(long ExpectedVersion, DateTimeOffset Until);

/// <summary>Done: answered, no-reply (with reason), referred or handled-elsewhere.</summary>
public sealed record Resolve(long ExpectedVersion, string How, string? Reason);

/// <summary>One decision, with the sentence a colleague can read per rule.</summary>
/// <param name="Releases">Release number per layer that the decision went by.</param>
/// <param name="Facts">What it read, as the rules saw it.</param>
/// <param name="Rules">Every rule that applied, taken apart, in the order they were tried.</param>
/// <param name="Layers">The layers it went by, national first, each with its release.</param>
/// <param name="FactsInWords">What it read, Dutch: what it is and how it was.</param>
/// <param name="NotHere">What the layers above would have added, and why it does not hold here: one Dutch sentence each.</param>
public sealed record TracedDecision(
    Guid MessageId,
    DateTimeOffset At,
    string? Topic,
    string? TopicTitle,
    string Priority,
    string Theme,
    IReadOnlyList<TraceStep> Steps,
    IReadOnlyList<string> Sentences,
    IReadOnlyDictionary<string, int> Releases,
    IReadOnlyDictionary<string, string> Facts,
    IReadOnlyList<TracedRule> Rules,
    IReadOnlyList<TracedLayer> Layers,
    IReadOnlyList<TracedFact> FactsInWords,
    IReadOnlyList<string> NotHere
);

/// <summary>One rule that applied to a message.</summary>
/// <param name="Rule">Its id; <c>topic:…</c>, <c>servicelevel:…</c>, <c>gesprek</c> and <c>standaard</c> for what is not a rule.</param>
/// <param name="Kind">rule, topic, serviceLevel, question (the topic the open question had) or standard.</param>
/// <param name="Title">Dutch.</param>
/// <param name="Layer">The layer that gave its present form: <c>nl</c>, a region id or a CBS code; null when no layer did.</param>
/// <param name="LayerName"><c>landelijk</c>, <c>regio Wadden</c>, <c>gemeente Zwolle</c>.</param>
/// <param name="Release">The release of that layer its form comes from.</param>
/// <param name="Reason">Why it holds here as it does, when somebody chose so: one Dutch sentence; else null.</param>
public sealed record TracedRule(
    string Rule,
    string Kind,
    string Title,
    string? Layer,
    string? LayerName,
    int? Release,
    string? Reason,
    IReadOnlyList<TracedOutcome> Set,
    IReadOnlyList<TracedOutcome> Lost
);

/// <summary>What a rule set, or lost to another.</summary>
/// <param name="Field">worklist, role, priority, …</param>
/// <param name="Value">What it became, or the id of the rule that had set it already.</param>
/// <param name="Text">Dutch: <c>koos werkvoorraad Spoed</c>, <c>liet de rol over aan regel '…' (landelijk, versie 4), want die regel staat eerder</c>.</param>
public sealed record TracedOutcome(string Field, string Value, string Text);

/// <summary>A layer with the release that was in force.</summary>
public sealed record TracedLayer(string Code, string Name, int Release);

/// <summary>Something the rules read about a message.</summary>
public sealed record TracedFact(string Name, string Value);

/// <summary>What applies here: voice, local facts, hours, rules and answers of this conversation's municipality.</summary>
public sealed record Guidance(
    string Municipality,
    string MunicipalityName,
    string Salutation,
    string? Signature,
    IReadOnlyList<string> Tone,
    IReadOnlyDictionary<string, string> LocalFacts,
    string OpeningHours,
    bool OpenNow,
    string? TopicTitle,
    IReadOnlyList<GuidanceEntry> Entries,
    IReadOnlyList<TemplateOffer> Templates
);

/// <summary>A guideline or principle that applies, with the layer it comes from.</summary>
public sealed record GuidanceEntry(string Id, string Title, string Text, string Layer);

/// <summary>A template a colleague may send outside the window.</summary>
public sealed record TemplateOffer(string Name, string Language, string Title, string Body, IReadOnlyList<string> Slots);

/// <summary>A standard answer with its slots filled for this municipality.</summary>
/// <param name="Missing">Slots without a value: the answer cannot be sent as it is.</param>
public sealed record StandardAnswer(string Id, string Title, string Text, string Layer, IReadOnlyList<string> Missing, bool Suggested);

/// <summary>A topic to choose from.</summary>
public sealed record TopicOption(string Id, string Title, string Theme);

/// <summary>Who is signed in, for which municipality, and what they may do.</summary>
public sealed record Me(string Id, string Name, string Municipality, string MunicipalityName, IReadOnlyList<string> Roles);
