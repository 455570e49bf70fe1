using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.X.Reading;

/// <summary>A public post, the same for both generations.</summary>
/// <param name="Id">Of this version.</param>
/// <param name="FirstId">Of the version before any edit.</param>
/// <param name="Text">As a colleague reads it.</param>
/// <param name="Thread">The post that began it all, as far as is told.</param>
/// <param name="RepliesTo">Id of the post it answers.</param>
/// <param name="For">Id of whom it speaks to, other than the account itself.</param>
/// <param name="Quotes">Id of the post it shows inside.</param>
/// <param name="IsRepost">Somebody's post passed on, without a word added.</param>
internal sealed record Post(
    string Id,
    string FirstId,
    string Author,
    string? Name,
    string? Text,
    DateTimeOffset At,
    string Thread,
    string? RepliesTo,
    string? For,
    string? Quotes,
    bool IsRepost,
    IReadOnlyList<InboundAttachment> Files
)
{
    public bool IsEdited => Id != FirstId;
}
