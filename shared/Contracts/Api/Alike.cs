namespace WebcareHub.Contracts.Api;

// Near-identical questions, and one answer to all of them. Refusals are Dutch sentences in problem details.
//   GET  /alike-groups?crisis=&most=          groups that wait, largest first (AlikeGroups). Without crisis: of the caller's municipality.
//                                             With the id of a crisis in force: over its scope, for its coordinators and for spokespersons in it.
//   GET  /alike-groups/{id}?crisis=           one group (AlikeGroup), also when nothing of it waits any more
//   POST /answers-to-many/preview             what would go to whom, nothing is kept (NewAnswerToMany → AnswerToManyPreview)
//   POST /answers-to-many                     201 AnswerToMany; 409 of type "count" when it would go to another number than was shown
//   GET  /answers-to-many?crisis=             newest first (AnswersToMany)
//   GET  /answers-to-many/{id}?crisis=        how far it is (AnswerToMany)
//   POST /answers-to-many/{id}/undo?crisis=   within the undo window: nothing has left and nothing will (AnswerToMany)
//   POST /answers-to-many/{id}/stop?crisis=   at any time: what has not left stays, late arrivals no longer join (AnswerToMany)

/// <summary>Groups of near-identical questions.</summary>
/// <param name="At">The moment of this picture; send it along as <see cref="NewAnswerToMany.SeenAt"/>.</param>
/// <param name="MayAnswer">The caller may answer whole groups of this scope at once; otherwise only the part of their own municipality.</param>
public sealed record AlikeGroups(IReadOnlyList<AlikeGroup> Items, DateTimeOffset At, bool MayAnswer);

/// <summary>Questions that are nearly the same.</summary>
/// <param name="Waiting">Conversations in it that wait for an answer now.</param>
/// <param name="Answered">Conversations in it that were answered or are done.</param>
/// <param name="Parts">Per municipality and channel, largest first.</param>
/// <param name="LastHour">New conversations in the past hour, and <paramref name="HourBefore"/> in the hour before that: the trend.</param>
/// <param name="Hours">New conversations per hour over the last 12 hours, oldest first.</param>
/// <param name="Words">Words that most of them share, commonest first; never a name or a number, and never the words of one person.</param>
/// <param name="Samples">Texts of the caller's own municipality only, names and numbers masked; at most three.</param>
/// <param name="LastAnswer">The newest answer to many that went to this group in this scope, or null.</param>
public sealed record AlikeGroup(
    Guid Id,
    int Waiting,
    int Answered,
    IReadOnlyList<AlikePart> Parts,
    int LastHour,
    int HourBefore,
    IReadOnlyList<int> Hours,
    DateTimeOffset First,
    DateTimeOffset Last,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> Samples,
    Guid? LastAnswer
);

/// <summary>What of a group waits in one municipality on one channel.</summary>
/// <param name="MayAnswer">The caller may answer this part; parts of others are left out of what is sent.</param>
public sealed record AlikePart(
    string Municipality,
    string MunicipalityName,
    string Channel,
    Visibility Visibility,
    int Waiting,
    bool MayAnswer
);

/// <summary>
/// One answer to many: <c>POST /api/v1/answers-to-many</c>. To a group (<paramref name="GroupId"/>) or to these conversations
/// (<paramref name="Conversations"/>, at most 5,000); with its own text, or by a standard answer of each municipality's blueprint.
/// </summary>
/// <param name="ExpectedCount">The number the colleague saw, after choosing a part; another number is refused.</param>
/// <param name="Text">
/// Without greeting and signature: those come from each municipality's own voice. Slots: <c>{gemeente}</c>, <c>{naam}</c>, <c>{stand}</c> (the
/// moment it leaves, "14.05 uur") and the local facts, as <c>{slot}</c> or <c>{slot|otherwise}</c>.
/// </param>
/// <param name="Informal">The same for municipalities that say je; null: <paramref name="Text"/>.</param>
/// <param name="ShortText">In public, where the channel takes no longer text; null: those are not answered when it does not fit.</param>
/// <param name="LocalTexts">Instead of <paramref name="Text"/>, per CBS code: what a municipality's spokesperson made of it.</param>
/// <param name="AnswerId">A standard answer, when there is no text.</param>
/// <param name="CoreMessageId">The core message it tells, or corrects; stands with every answer that goes out.</param>
/// <param name="CrisisId">Over the scope of this crisis; null: within the caller's own municipality.</param>
/// <param name="Municipalities">Only these (CBS codes); null or empty: all.</param>
/// <param name="Channels">Only these; null or empty: all.</param>
/// <param name="SeenAt">A group as it was then (<see cref="AlikeGroups.At"/>); whoever came later counts as a late arrival.</param>
/// <param name="LateArrivalsJoin">Whoever asks the same later gets it too, as long as it is open.</param>
/// <param name="Correction">It also goes to whom was answered already, or is done; where their conversation stands does not change.</param>
/// <param name="SendDespitePersonalData">The colleague has seen that it looks as if a citizen or bank number is in it.</param>
/// <param name="Id">The sender's own: the same id again makes no second answer, but returns the first. Null: Routing gives one.</param>
public sealed record NewAnswerToMany(
    int ExpectedCount,
    string? Text = null,
    string? Informal = null,
    string? ShortText = null,
    IReadOnlyDictionary<string, string>? LocalTexts = null,
    string? AnswerId = null,
    Guid? CoreMessageId = null,
    Guid? GroupId = null,
    IReadOnlyList<Guid>? Conversations = null,
    Guid? CrisisId = null,
    IReadOnlyList<string>? Municipalities = null,
    IReadOnlyList<string>? Channels = null,
    DateTimeOffset? SeenAt = null,
    bool LateArrivalsJoin = false,
    bool Correction = false,
    bool SendDespitePersonalData = false,
    Guid? Id = null
);

/// <summary>What would go to whom if it were sent now.</summary>
/// <param name="Count">To how many; the number to send along as <see cref="NewAnswerToMany.ExpectedCount"/>.</param>
/// <param name="Possible">How many of them can get it now.</param>
/// <param name="NotPossible">Why the others cannot, in words.</param>
/// <param name="Samples">As it would be read, one per municipality and channel; names left out.</param>
/// <param name="Minutes">How long sending takes at the pace the platforms allow, in whole minutes, rounded up.</param>
public sealed record AnswerToManyPreview(
    int Count,
    int Possible,
    IReadOnlyList<NotPossible> NotPossible,
    IReadOnlyList<AlikePart> Parts,
    IReadOnlyList<RenderedSample> Samples,
    int Minutes
);

/// <summary>An answer as a resident of this municipality would read it.</summary>
public sealed record RenderedSample(string Municipality, string MunicipalityName, string Channel, Visibility Visibility, string Text);

/// <summary>How many do not get it, and why: a Dutch sentence.</summary>
public sealed record NotPossible(string Reason, int Count);

/// <summary>Answers to many, newest first.</summary>
public sealed record AnswersToMany(IReadOnlyList<AnswerToMany> Items);

/// <summary>Where an answer to many stands.</summary>
public enum AnswerToManyState
{
    /// <summary>Nothing has left; it can be taken back.</summary>
    Undoable,

    /// <summary>On its way, at the pace the platforms allow.</summary>
    Sending,

    /// <summary>Everybody so far had it or will not get it; whoever asks the same gets it too.</summary>
    Open,

    /// <summary>Everybody had it, or the reason stands beside it.</summary>
    Done,

    /// <summary>Taken back before anything left.</summary>
    Undone,

    /// <summary>Stopped half-way.</summary>
    Stopped,
}

/// <summary>How far one answer to many is. Total is always the sum of waiting, sent on, not possible and taken back.</summary>
/// <param name="GroupId">The group it answers; null for a list of conversations.</param>
/// <param name="Text">As the colleague wrote it; null for a standard answer.</param>
/// <param name="By">Name of who sent it.</param>
/// <param name="Shown">The number the colleague saw.</param>
/// <param name="Total">All who are to get it, late arrivals included.</param>
/// <param name="Late">How many of them joined later.</param>
/// <param name="UndoUntil">Until then nothing leaves.</param>
/// <param name="LastLeaves">When the last one leaves, at the pace the platforms allow; null when none waits.</param>
/// <param name="Waiting">Has not left yet.</param>
/// <param name="SentOn">Handed to the channel: <paramref name="OnItsWay"/>, <paramref name="Sent"/>, <paramref name="Delivered"/>,
/// <paramref name="Read"/>, <paramref name="Failed"/> and <paramref name="Uncertain"/> together.</param>
/// <param name="OnItsWay">The platform has not answered yet.</param>
/// <param name="Sent">The platform has it, and told no more.</param>
/// <param name="Delivered">On the device.</param>
/// <param name="Read">Opened.</param>
/// <param name="Failed">Refused by the platform; the conversation asks for attention.</param>
/// <param name="Uncertain">Nobody knows yet; the conversation asks for attention.</param>
/// <param name="NotPossible">Did not go, and why.</param>
/// <param name="TakenBack">Undone or stopped before it left.</param>
public sealed record AnswerToMany(
    Guid Id,
    Guid? GroupId,
    Guid? CrisisId,
    Guid? CoreMessageId,
    string? AnswerId,
    string? Text,
    string By,
    AnswerToManyState State,
    DateTimeOffset At,
    DateTimeOffset UndoUntil,
    DateTimeOffset? LastLeaves,
    bool LateArrivalsJoin,
    int Shown,
    int Total,
    int Late,
    int Waiting,
    int SentOn,
    int OnItsWay,
    int Sent,
    int Delivered,
    int Read,
    int Failed,
    int Uncertain,
    IReadOnlyList<NotPossible> NotPossible,
    int TakenBack
);
