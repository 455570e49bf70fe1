namespace WebcareHub.Contracts.Api;

/// <summary>What stands in a thread: a resident's message, our answer, a note or a line of the system.</summary>
public enum ThreadItemKind
{
    /// <summary>From the resident.</summary>
    Message,

    /// <summary>From the municipality.</summary>
    Reply,

    /// <summary>For colleagues only.</summary>
    Note,

    /// <summary>What the hub did, in plain Dutch.</summary>
    System,
}

/// <summary>One item of the thread, in order.</summary>
/// <param name="Text">Null when erased or taken back; then <paramref name="Gone"/> says why.</param>
/// <param name="By">Colleague's name, or null for the resident and the system.</param>
/// <param name="State">Answers only: the lowest state over the parts, Failed and Uncertain first.</param>
/// <param name="StateText">Answers only: the state in words, Dutch, with the reason.</param>
/// <param name="UncertainParts">Answers and hidings only: parts a colleague must decide about.</param>
/// <param name="Visibility">Who can read it on the platform.</param>
/// <param name="Hidden">A public message that the platform no longer shows.</param>
/// <param name="Warning">What a colleague should do about it, Dutch; null when nothing.</param>
public sealed record ThreadItem(
    Guid Id,
    ThreadItemKind Kind,
    string? Text,
    string? Gone,
    string? By,
    DateTimeOffset At,
    MessageKind MessageKind,
    bool Edited,
    IReadOnlyList<string> Reactions,
    IReadOnlyList<ThreadAttachment> Attachments,
    Guid? QuotedItemId,
    DeliveryState? State,
    string? StateText,
    IReadOnlyList<int> UncertainParts,
    bool Automatic,
    Visibility Visibility = Visibility.Private,
    bool Hidden = false,
    string? Warning = null
);

/// <summary>A file in the thread; fetched from <c>/api/v1/files/{id}</c> once <paramref name="Ready"/>.</summary>
public sealed record ThreadAttachment(Guid FileId, string ContentType, string? FileName, bool Ready, string? Failure);
