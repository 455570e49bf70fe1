namespace WebcareHub.Contracts.Api;

// Care for the blueprint.
//   GET    /reviews?until=&layer=               entries to look at again, soonest first; until: a date, without one 90 days ahead (Reviews)
//   POST   /reviews/{section}/{id}              looked at today (NewReview); ends in a release of that layer (Release); who may write it
//   GET    /care?layer=                         what needs care in the layers of the caller's municipality (CareReport)
//   GET    /unanswered?from=&until=&scope=      per week and topic: conversations without a fitting standard answer; scope own or all (UnansweredWeeks)
//   POST   /searches-in-vain                    a search found no standard answer and none was used (SearchedInVain): 204; who works on the desk
//   GET    /searches-in-vain?from=&until=&scope=   the most searched first; scope own or all (SearchesInVain)
//   GET    /searches-in-vain/file?…&form=          the same as a table; form nl or iso

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
/// <param name="Silent">Topics that no ended conversation was about for a year: of shared layers in no municipality, of the own layer here.</param>
/// <param name="CountedSince">Since when conversations are counted; null when there are none. Until a year after it <paramref name="Silent"/> is empty.</param>
public sealed record CareReport(IReadOnlyList<CareFinding> Findings, IReadOnlyList<SilentTopic> Silent, DateTimeOffset? CountedSince);

/// <summary>Something found in a layer.</summary>
/// <param name="Kind">To group by: review-overdue, expired, expires-soon, contradiction, shadowed, dead-answer or never-matches.</param>
/// <param name="Text">Dutch, one sentence or two.</param>
/// <param name="File">Within the layer.</param>
/// <param name="Line">From 1.</param>
/// <param name="Owner">As written; null when nobody is named.</param>
/// <param name="On">The review date or the last day of validity, where that is what it is about.</param>
/// <param name="Other">The id of the entry it clashes with.</param>
public sealed record CareFinding(
    string Kind,
    string Layer,
    string Section,
    string Entry,
    string Title,
    string Text,
    string File,
    int Line,
    string? Owner = null,
    DateOnly? On = null,
    string? Other = null
);

/// <summary>A topic that matched nothing for a year.</summary>
/// <param name="Last">The week it last did, as its Monday; null when never, or unknown.</param>
public sealed record SilentTopic(string Topic, string Title, string Layer, DateTimeOffset? Last);

/// <summary>Conversations that a colleague answered without a standard answer, newest week first, most first.</summary>
public sealed record UnansweredWeeks(IReadOnlyList<UnansweredWeek> Items);

/// <summary>Counts of one week and topic.</summary>
/// <param name="Week">Its Monday.</param>
/// <param name="Topic">Null when none was recognised.</param>
/// <param name="Conversations">How many were answered without one.</param>
/// <param name="Of">How many ended at all.</param>
/// <param name="Municipalities">How many municipalities contribute; 1 for the own counts. Counts over all are there from five.</param>
public sealed record UnansweredWeek(DateOnly Week, string? Topic, string? TopicTitle, int Conversations, int Of, int Municipalities);

/// <summary>Words that found no standard answer. Personal data in them is masked before they are kept; who searched is not kept.</summary>
public sealed record SearchedInVain(string Words);

/// <summary>What was searched in vain, the most searched first.</summary>
public sealed record SearchesInVain(IReadOnlyList<SearchInVainCount> Items);

/// <summary>Words and how often they were searched in vain.</summary>
/// <param name="Words">Masked, in small letters.</param>
/// <param name="Municipalities">In every week counted at least so many searched for it; of all together only weeks with five or more count.</param>
public sealed record SearchInVainCount(string Words, int Times, int Municipalities);
