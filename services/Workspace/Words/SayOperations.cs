namespace WebcareHub.Workspace.Words;

/// <summary>Codes of the administrator's lists as words on the screen. What is new and unknown here stays as the service wrote it.</summary>
internal static class SayOperations
{
    /// <summary>What a post held: <c>message</c>, <c>status</c>, <c>unreadable</c>, …</summary>
    internal static string Kind(string kind) =>
        kind switch
        {
            "message" => Texts.KindMessage,
            "status" => Texts.KindStatus,
            "edit" => Texts.KindEdit,
            "deletion" => Texts.KindDeletion,
            "hiding" => Texts.KindHiding,
            "reaction" => Texts.KindReaction,
            "rating" => Texts.KindRating,
            "echo" => Texts.KindEcho,
            "identity" => Texts.KindIdentity,
            "unsupported" => Texts.KindUnsupported,
            "unreadable" => Texts.KindUnreadable,
            "unknown-account" => Texts.KindUnknownAccount,
            _ => Texts.KindIgnored,
        };

    /// <summary>The detail of an item, word by word: <c>status delivered</c>, <c>text zonder afzender</c>, <c>veld account_update</c>.</summary>
    internal static string Detail(string detail) => string.Join(' ', detail.Split(' ').Select(Word).Where(word => word.Length > 0));

    /// <summary>What was being done when a message failed.</summary>
    internal static string Queue(string queue) =>
        queue switch
        {
            "routing.inbound" => Texts.QueueInbound,
            "routing.outcomes" => Texts.QueueOutcomes,
            "channels.kept-bodies" => Texts.QueueKeptBodies,
            _ when queue.EndsWith(".reply-requested", StringComparison.Ordinal) => Texts.QueueReplies,
            _ when queue.EndsWith(".statuses", StringComparison.Ordinal) => Texts.QueueStatuses,
            _ when queue.EndsWith(".resident-erased", StringComparison.Ordinal) => Texts.QueueErasures,
            _ => Texts.QueueOther,
        };

    /// <summary>Why, in one sentence; the reason itself names types of the code and is for the technical administrator.</summary>
    internal static string Reason(string reason) =>
        reason.Contains("JsonException", StringComparison.Ordinal) || reason.Contains("FormatException", StringComparison.Ordinal)
            ? Texts.ReasonUnreadable
        : reason.Contains("PostgresException", StringComparison.Ordinal) ? Texts.ReasonDatabase
        : Texts.ReasonOther;

    /// <summary>What somebody did with a conversation.</summary>
    internal static string Activity(string activity) =>
        activity switch
        {
            "view" => Texts.ActivityView,
            "resident" => Texts.ActivityResident,
            "same-person" => Texts.ActivitySamePerson,
            _ => activity,
        };

    private static string Word(string word) =>
        word switch
        {
            "text" => Texts.DetailText,
            "image" => Texts.DetailImage,
            "video" => Texts.DetailVideo,
            "audio" or "voice" => Texts.DetailAudio,
            "document" => Texts.DetailDocument,
            "sticker" => Texts.DetailSticker,
            "location" => Texts.DetailLocation,
            "contacts" => Texts.DetailContacts,
            "button" or "button_reply" or "list_reply" or "interactive" => Texts.DetailChoice,
            "nfm_reply" => Texts.DetailForm,
            "order" => Texts.DetailOrder,
            "call" => Texts.DetailCall,
            "message" => Texts.DetailMessage,
            "reaction" => Texts.DetailReaction,
            "edit" => Texts.DetailEdit,
            "revoke" or "deletion" => Texts.DetailRevoke,
            "echo" => Texts.DetailEcho,
            _ => State(word),
        };

    private static string State(string word) =>
        word switch
        {
            "status" => Texts.DetailStatus,
            "sent" => Texts.DetailSent,
            "delivered" => Texts.DetailDelivered,
            "read" or "played" => Texts.DetailRead,
            "failed" => Texts.DetailFailed,
            "connect" or "terminate" => "",
            "unsupported" or "unknown" or "ephemeral" => Texts.DetailUnknownType,
            "user_id_update" or "user_changed_user_id" => Texts.DetailUserId,
            "user_changed_number" => Texts.DetailNumber,
            _ when word.EndsWith("Exception", StringComparison.Ordinal) => Texts.DetailUnexpected,
            _ => word,
        };
}
