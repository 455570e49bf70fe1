using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Channels.Sending;

/// <summary>What one part of an answer holds: text, a template or a file.</summary>
/// <param name="To">Platform ids of the resident, best first.</param>
/// <param name="QuotedId">Only on the first part.</param>
/// <param name="FileName">What the resident sees the file is called, if it is known.</param>
/// <param name="Visibility">Who may read it; never sent wider.</param>
/// <param name="PersonalAfter">After this moment it may go only as a colleague's own words, which <see cref="ReplyToSend.PersonalAfter"/> tells.</param>
/// <param name="ReplyTo">What the adapter gave with the message that is answered, to answer it in the right place.</param>
public sealed record PartContent(
    IReadOnlyList<string> To,
    string? Text,
    string? QuotedId,
    TemplateUse? Template,
    Guid? FileId,
    string? FileName = null,
    Visibility Visibility = Visibility.Private,
    string? ReplyTo = null,
    ReplyAct Act = ReplyAct.Answer,
    DateTimeOffset? PersonalAfter = null
);

/// <summary>One part of an answer, on its way.</summary>
/// <param name="Id">Our id of this sending of the part; goes along to the platform where it gives it back. A renewed sending has a new one.</param>
/// <param name="PreviousId">The platform's id of the part before it in the same answer.</param>
/// <param name="Attempts">How often the platform was called for it, this time included.</param>
public sealed record OutboundPart(
    Guid Id,
    string Municipality,
    Guid ConversationId,
    Guid ReplyId,
    int Part,
    string App,
    string Account,
    Guid ResidentId,
    DateTimeOffset? WindowUntil,
    int Attempts,
    DateTimeOffset RequestedAt,
    PartContent Content,
    string? PreviousId = null
);
