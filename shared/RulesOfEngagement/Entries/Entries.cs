namespace WebcareHub.RulesOfEngagement;

/// <summary>A subject residents write about. Fields left out are inherited from <paramref name="Parent"/>.</summary>
/// <param name="Intent">question, remark, complaint or report; null when the topic does not say.</param>
/// <param name="Suggest">Ids of standard answers, best first.</param>
/// <param name="Ask">What a colleague needs to know from the resident, Dutch.</param>
/// <param name="Layer">The layer that gave its present form.</param>
public sealed record Topic(
    string Id,
    string Title,
    string? Parent,
    string Theme,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> Not,
    string? Intent,
    string? Priority,
    string? ServiceLevel,
    string? WorkList,
    string? Role,
    string? Overflow,
    IReadOnlyList<string> Suggest,
    IReadOnlyList<string> Ask,
    string Layer
);

/// <summary>A standard answer, without greeting and signature. <c>{slot}</c> and <c>{slot|otherwise}</c> stand for local facts.</summary>
/// <param name="Text">In the formal form of address (u).</param>
/// <param name="Informal">In the informal form (je); null when there is none.</param>
/// <param name="Topics">Topics it belongs to; empty when it is general.</param>
/// <param name="Channels">Channels it fits; empty for all.</param>
/// <param name="ValidUntil">The last day it holds, or null.</param>
public sealed record Answer(
    string Id,
    string Title,
    string Text,
    string? Informal,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Channels,
    string Layer,
    DateOnly? ValidUntil = null
);

/// <summary>How soon a resident may expect an answer.</summary>
/// <param name="FirstResponse">Null when no answer is due.</param>
/// <param name="Hours">Id of the opening hours that count, or <c>always</c>.</param>
public sealed record ServiceLevel(string Id, string Title, ResponseTime? FirstResponse, string Hours);

/// <summary>A term: either opening time, or whole days (until the end of the n-th day that is open after the day it began).</summary>
public readonly record struct ResponseTime(TimeSpan Time, int Days);

/// <summary>How a municipality speaks.</summary>
/// <param name="Name">As in "gemeente {Name}".</param>
/// <param name="Salutation"><c>u</c> or <c>je</c>.</param>
/// <param name="Greeting">First line of an answer, with slots; null for none.</param>
/// <param name="Signature">Last line of an answer, with slots; null for none.</param>
/// <param name="Facts">Local facts by slot name; an empty value is known but not filled in.</param>
public sealed record Voice(
    string Name,
    string Salutation,
    string? Greeting,
    string? Signature,
    IReadOnlyList<string> Tone,
    IReadOnlyDictionary<string, string> Facts
);

/// <summary>A message template approved by WhatsApp.</summary>
/// <param name="Name">Its name at the platform.</param>
/// <param name="Language">Its language code at the platform.</param>
/// <param name="Slots">Slot names in the order of the platform's parameters.</param>
public sealed record Template(
    string Id,
    string Title,
    string Name,
    string Language,
    string? Category,
    string Body,
    IReadOnlyList<string> Slots
);

/// <summary>A principle or guideline, shown beside the conversations it is about.</summary>
/// <param name="Topics">Empty: for every topic.</param>
public sealed record Guideline(string Id, string Title, string Text, IReadOnlyList<string> Topics, string Theme, string Layer);

/// <summary>A list of conversations that wait for the same people.</summary>
public sealed record WorkList(string Id, string Title, string? Role);

/// <summary>What people do.</summary>
/// <param name="Token">The role as the sign-in names it.</param>
public sealed record Role(string Id, string Title, string? Token);

/// <summary>An organisation residents are referred to.</summary>
public sealed record Partner(string Id, string Title, string? Url, string? Phone, string? Text);

/// <summary>When others may help with a question.</summary>
/// <param name="To">never, region or national.</param>
public sealed record OverflowPolicy(string Id, string Title, string To, OverflowWhen When);

/// <summary>Any one of these opens the question.</summary>
/// <param name="ShareOfBaseline">Percentage of the messages that such a day brings up to this hour.</param>
public sealed record OverflowWhen(
    bool Closed,
    bool NobodyOnline,
    TimeSpan? WaitingLongerThan,
    int? WaitingPerColleague,
    int? ShareOfBaseline
);

/// <summary>What a layer wants to reach.</summary>
/// <param name="Measure">By what to see it, Dutch.</param>
/// <param name="Level">Of maturity; the first is asked of who takes part in a pool. Null: of no level.</param>
public sealed record Goal(string Id, string Title, string Text, string? Measure, int? Level);

/// <summary>What is prepared for a crisis.</summary>
/// <param name="CoreMessage">One message without a name, as older layers have it; null when there is none.</param>
/// <param name="Pools"><c>region</c>, <c>national</c>: they open for every question in scope that may overflow.</param>
/// <param name="Answers">Ids of answers that lie ready, and that go out by themselves while the rest of automation stands still.</param>
/// <param name="Checklist">To do at the start, in order.</param>
/// <param name="ScaleDown">To do at the end, in order.</param>
/// <param name="Signs">What the environment analysis counts besides questions.</param>
/// <param name="Quiet">Nobody is asked what they thought of the help meanwhile.</param>
public sealed record Scenario(
    string Id,
    string Title,
    string? Text,
    string? CoreMessage,
    IReadOnlyList<string> ActionPerspective,
    string Layer,
    IReadOnlyList<ScenarioRole> Who,
    IReadOnlyList<string> Pools,
    IReadOnlyList<string> Answers,
    IReadOnlyList<CoreMessage> CoreMessages,
    IReadOnlyList<string> Checklist,
    IReadOnlyList<string> ScaleDown,
    IReadOnlyList<Sign> Signs,
    bool Quiet = false
);

/// <summary>Something people do or feel in a crisis, and the words by which it is seen.</summary>
/// <param name="Part"><c>behaviour</c> or <c>perception</c>: where the environment analysis counts it.</param>
/// <param name="Words">As in a condition: whole words, <c>prefix*</c>, phrases.</param>
/// <param name="Risk">It puts people in danger, or stands in the way of help.</param>
public sealed record Sign(string Id, string Title, string Part, IReadOnlyList<string> Words, bool Risk);

/// <summary>A role a scenario calls for, and what it does then.</summary>
/// <param name="Role">Id of a role.</param>
public sealed record ScenarioRole(string Role, string Task);

/// <summary>A core message, written beforehand. Slots as in a standard answer.</summary>
/// <param name="Text">In the formal form of address (u).</param>
/// <param name="Informal">In the informal form (je); null when there is none.</param>
/// <param name="Valid">How long it holds once issued; null: until it is withdrawn.</param>
public sealed record CoreMessage(string Id, string Title, string Text, string? Informal, TimeSpan? Valid);

/// <summary>How long things are kept.</summary>
/// <param name="ReopenDays">Within this term a new message reopens a resolved conversation.</param>
/// <param name="ConversationDays">After resolving: content is destroyed.</param>
/// <param name="FileDays">After resolving: files are destroyed.</param>
/// <param name="RawDays">After receipt: the platform's own form of a message is destroyed.</param>
public sealed record Retention(int ReopenDays, int ConversationDays, int FileDays, int RawDays);

/// <summary>Which layer gave a field of an entry its value.</summary>
/// <param name="Section">topics, rules, …</param>
/// <param name="Line">From 1.</param>
public sealed record FieldOrigin(string Section, string Entry, string Field, string Layer, string File, int Line);

/// <summary>An answer as the resident would read it.</summary>
/// <param name="Missing">Slots without a value; they stand in the text as <c>[slot]</c>.</param>
public sealed record RenderedAnswer(string Text, IReadOnlyList<string> Missing);
