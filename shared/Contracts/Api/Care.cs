namespace WebcareHub.Contracts.Api;

// Care for the blueprint.
//   GET    /reviews?until=&layer=               entries to look at again, soonest first; until: a date, without one 90 days ahead (Reviews)
//   POST   /reviews/{section}/{id}              looked at today (NewReview); ends in a release of that layer (Release); who may write it
//   GET    /care?layer=                         what needs care in the layers of the caller's municipality (CareReport)
//   GET    /unanswered?from=&until=&scope=      per week and topic: conversations without a fitting standard answer; scope own or all (UnansweredWeeks)

/// <summary>The calendar of reviews.</summary>
/// <param name="Overdue">How many of them should have been looked at before today.</param>
public sealed record Reviews(IReadOnlyList<ReviewItem> Items, int Overdue);

/// <summary>An entry to look at again.</summary>
/// <param name="Section">answers, rules, …</param>
/// <param name="Owner">Who looks after it; null when nobody is named.</param>
/// <param name="On">When it should be looked at.</param>
/// <param name="MayReview">The caller may write this layer.</param>
public sealed record ReviewItem(
    string Layer,
    string Section,
    string Entry,
    string Title,
    string Theme,
    string? Owner,
    DateOnly On,
    bool Overdue,
    bool MayReview
);

/// <summary>An entry was looked at and is still right.</summary>
/// <param name="Layer">The layer whose form was looked at; null: the caller's own municipality.</param>
/// <param name="Next">When to look again, after today and within five years; null: a year from today.</param>
public sealed record NewReview(string? Layer = null, DateOnly? Next = null);

/// <summary>What needs care.</summary>
/// <param name="Silent">Topics that no message matched for a year.</param>
/// <param name="CountedSince">Since when messages are counted; null when there are none. Within a year of it <paramref name="Silent"/> is empty.</param>
public sealed record CareReport(IReadOnlyList<CareFinding> Findings, IReadOnlyList<SilentTopic> Silent, DateTimeOffset? CountedSince);

/// <summary>Something found in a layer.</summary>
/// <param name="Kind">A word for the kind of finding, to group by: contradiction, shadowed, dead-answer, silent-words, overdue, no-owner, ….</param>
/// <param name="Text">Dutch, one sentence.</param>
/// <param name="File">Within the layer.</param>
/// <param name="Line">From 1.</param>
public sealed record CareFinding(string Kind, string Layer, string? Section, string? Entry, string Text, string File, int Line);

/// <summary>A topic that matched nothing for a year.</summary>
/// <param name="Last">When it last did; null when never.</param>
public sealed record SilentTopic(string Topic, string Title, string Layer, DateTimeOffset? Last);

/// <summary>Conversations that ended without a fitting standard answer, newest week first.</summary>
public sealed record UnansweredWeeks(IReadOnlyList<UnansweredWeek> Items);

/// <summary>Counts of one week and topic.</summary>
/// <param name="Week">Its Monday.</param>
/// <param name="Topic">Null when none was recognised.</param>
/// <param name="Conversations">How many ended without one.</param>
/// <param name="Of">How many ended at all.</param>
/// <param name="Municipalities">How many municipalities contribute; 1 for the own counts. Counts over all are shown from five.</param>
public sealed record UnansweredWeek(DateOnly Week, string? Topic, string? TopicTitle, int Conversations, int Of, int Municipalities);
