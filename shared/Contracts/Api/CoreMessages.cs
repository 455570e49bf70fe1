using WebcareHub.Contracts.Crises;

namespace WebcareHub.Contracts.Api;

// Core messages. Every command answers the message as it then is for the caller; refusals are Dutch sentences in problem details.
//   GET    /core-messages?crisis=&withdrawn=       those for the caller's municipality and offices, newest first (CoreMessages)
//   POST   /core-messages                          issue (IssueCoreMessage): 201
//   GET    /core-messages/{id}                     one (CoreMessage)
//   POST   /core-messages/{id}/versions            a new version (NewCoreMessageVersion)
//   POST   /core-messages/{id}/release             the caller's municipality says it as it is (OnCoreMessage)
//   POST   /core-messages/{id}/localise            … in its own words (LocaliseCoreMessage)
//   POST   /core-messages/{id}/decline             … not, or no longer (DeclineCoreMessage)
//   POST   /core-messages/{id}/withdraw            it no longer holds anywhere (WithdrawCoreMessage)
//   GET    /core-messages/{id}/board               who did what, per municipality (CoreMessageBoard)
//   GET    /core-message-receivers/{id}?version=&after=   who received it (CoreMessageReceivers); by Routing
// An answer made with it carries AnswerId core:{id}:{version}. The public page is /crisis/{gemeente}, by name or by code, outside the API.

/// <summary>What a municipality does with a core message.</summary>
public enum CoreMessageStand
{
    /// <summary>Lies ready; nobody decided yet.</summary>
    Offered,

    /// <summary>Says it as it was issued.</summary>
    Released,

    /// <summary>Says it in its own words.</summary>
    Localised,

    /// <summary>Does not say it.</summary>
    Declined,
}

/// <summary>Core messages, newest first.</summary>
public sealed record CoreMessages(IReadOnlyList<CoreMessage> Items);

/// <summary>A core message as the caller sees it.</summary>
/// <param name="Version">The newest.</param>
/// <param name="LayerName">"landelijk", "regio Wadden", "gemeente Zwolle".</param>
/// <param name="Area">For which municipalities.</param>
/// <param name="Text">As issued, with slots.</param>
/// <param name="Actions">What residents can do.</param>
/// <param name="Owner">Name of who answers for it.</param>
/// <param name="ApprovedBy">Who said yes, by function, as told.</param>
/// <param name="Change">What is new in this version.</param>
/// <param name="Withdrawn">Null as long as it holds.</param>
/// <param name="Draft">The draft in the voice of the caller's municipality; null when it is not for that municipality.</param>
/// <param name="Counts">How the municipalities of the area stand.</param>
/// <param name="May">What the caller may do now: version, withdraw, release, localise, decline.</param>
public sealed record CoreMessage(
    Guid Id,
    int Version,
    Guid CrisisId,
    bool Exercise,
    string Layer,
    string LayerName,
    IReadOnlyList<ScopePart> Area,
    string Title,
    string Text,
    string? Informal,
    IReadOnlyList<string> Actions,
    DateTimeOffset ValidFrom,
    DateTimeOffset? ValidUntil,
    string Owner,
    string OwnerMunicipality,
    string ApprovedBy,
    ApprovingRole Approves,
    string? Change,
    DateTimeOffset IssuedAt,
    CoreMessageWithdrawal? Withdrawn,
    CoreMessageDraft? Draft,
    CoreMessageCounts Counts,
    IReadOnlyList<string> May
);

/// <summary>Why a core message no longer holds.</summary>
/// <param name="Correction">What those who received it should hear, in the voice of the caller's municipality; null when nothing has to be said.</param>
public sealed record CoreMessageWithdrawal(string Reason, string? Correction, string By, DateTimeOffset At);

/// <summary>A core message in the own voice of the caller's municipality.</summary>
/// <param name="Stand">What the municipality did with it.</param>
/// <param name="Version">The version it did that with; with <see cref="CoreMessageStand.Offered"/> the newest.</param>
/// <param name="Outdated">There is a newer version than the one the municipality released, localised or declined: decide again.</param>
/// <param name="Greeting">How an answer begins; null for none.</param>
/// <param name="Salutation"><c>u</c> or <c>je</c>.</param>
/// <param name="Text">The newest version with the facts of the municipality; to release, or to begin localising with.</param>
/// <param name="Said">What the municipality says now; null when it says nothing.</param>
/// <param name="Signature">How an answer ends; null for none.</param>
/// <param name="StandOf">"Stand van 14:05".</param>
/// <param name="Missing">Facts this municipality has no value for: it can be localised, not released.</param>
/// <param name="Reason">Why it was declined.</param>
/// <param name="By">Name of who decided.</param>
public sealed record CoreMessageDraft(
    CoreMessageStand Stand,
    int Version,
    bool Outdated,
    string? Greeting,
    string Salutation,
    string Text,
    string? Said,
    string? Signature,
    string StandOf,
    IReadOnlyList<string> Missing,
    string? Reason,
    string? By,
    DateTimeOffset? At
);

/// <summary>How many municipalities did what.</summary>
/// <param name="Outdated">Of those that released, localised or declined: how many did so with an older version.</param>
public sealed record CoreMessageCounts(int Offered, int Released, int Localised, int Declined, int Outdated);

/// <summary>Issue a core message, by a coordinator of the layer; for the own municipality also by its spokesperson.</summary>
/// <param name="Layer"><c>nl</c>, a region id or a CBS code.</param>
/// <param name="Area">Layer codes within the layer; null: all of it.</param>
/// <param name="Title">At most 120 characters.</param>
/// <param name="Text">At most 2,000 characters, with slots such as <c>{gemeente}</c>; no greeting, no signature, no personal data.</param>
/// <param name="Actions">At most ten lines of 200 characters.</param>
/// <param name="ValidFrom">Null: from now on.</param>
/// <param name="ApprovedBy">Who said yes, by function; at most 200 characters.</param>
public sealed record IssueCoreMessage(
    Guid CrisisId,
    string Layer,
    IReadOnlyList<string>? Area,
    string Title,
    string Text,
    string? Informal,
    IReadOnlyList<string>? Actions,
    DateTimeOffset? ValidFrom,
    DateTimeOffset? ValidUntil,
    string ApprovedBy
);

/// <summary>A newer version; every municipality decides again.</summary>
/// <param name="OnVersion">The version the writer saw.</param>
/// <param name="Change">What is new, in one sentence.</param>
public sealed record NewCoreMessageVersion(
    int OnVersion,
    string Title,
    string Text,
    string? Informal,
    IReadOnlyList<string>? Actions,
    DateTimeOffset? ValidFrom,
    DateTimeOffset? ValidUntil,
    string ApprovedBy,
    string Change
);

/// <summary>A decision about the version the spokesperson saw.</summary>
public sealed record OnCoreMessage(int Version);

/// <summary>In the municipality's own words.</summary>
/// <param name="Text">At most 2,000 characters; slots may stay in it.</param>
public sealed record LocaliseCoreMessage(int Version, string Text);

/// <summary>Not here.</summary>
public sealed record DeclineCoreMessage(int Version, string Reason);

/// <summary>It no longer holds.</summary>
/// <param name="Correction">What those who received it should hear, with slots; null when nothing has to be said.</param>
public sealed record WithdrawCoreMessage(string Reason, string? Correction);

/// <summary>Who did what with a core message.</summary>
public sealed record CoreMessageBoard(Guid Id, int Version, IReadOnlyList<CoreMessageBoardLine> Lines);

/// <summary>One municipality on the board.</summary>
/// <param name="Version">The version it decided about; the newest when it did not decide yet.</param>
/// <param name="Outdated">There is a newer one.</param>
/// <param name="Said">What it says now; null when it says nothing.</param>
public sealed record CoreMessageBoardLine(
    string Municipality,
    string MunicipalityName,
    CoreMessageStand Stand,
    int Version,
    bool Outdated,
    string? Said,
    string? Reason,
    string? By,
    DateTimeOffset? At
);

/// <summary>Who received a core message: figures for all of the area, conversations of the caller's own municipality alone.</summary>
/// <param name="Counts">Per municipality, channel and version.</param>
/// <param name="Conversations">Of the caller's own municipality, each once with its last answer, oldest first; those that failed are left out. As
/// many as one answer to many takes (5,000): send the correction with <see cref="NewAnswerToMany.Conversations"/>.</param>
/// <param name="Total">How many conversations of the own municipality there are in all.</param>
/// <param name="Next">The key of the following page, opaque; null at the end.</param>
public sealed record CoreMessageReceivers(
    Guid Id,
    IReadOnlyList<CoreMessageReceiverCount> Counts,
    IReadOnlyList<CoreMessageReceiver> Conversations,
    int Total,
    string? Next
);

/// <summary>How many answers.</summary>
/// <param name="Answers">Asked for.</param>
/// <param name="Failed">Refused by the platform: not received.</param>
public sealed record CoreMessageReceiverCount(string Municipality, string Channel, int Version, int Answers, int Failed);

/// <summary>A conversation in which the core message was said.</summary>
/// <param name="State">How far the answer has come.</param>
public sealed record CoreMessageReceiver(
    Guid ConversationId,
    Guid ReplyId,
    string Channel,
    int Version,
    DeliveryState State,
    DateTimeOffset At
);
