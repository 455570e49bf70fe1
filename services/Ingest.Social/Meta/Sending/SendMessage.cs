using WebcareHub.Channels.Sending;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Meta.Sending;

/// <summary>
/// Answers in private: to a person who wrote, or once to whoever placed a comment. After a day only what a colleague typed may go, under a tag of
/// its own, until the seventh day.
/// </summary>
internal sealed class SendMessage(Graph graph, UploadFile uploads, TimeProvider time)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public Task<SendResult> SendAsync(Errand errand, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (errand.Place.IsPublic)
        {
            return Refusals.OfPrivateReply(errand, now) is { } refusal
                ? Task.FromResult<SendResult>(refusal)
                : CallAsync(errand, new(CommentId: errand.Place.Comment, PostId: errand.Place.Post), ct);
        }

        if (PersonOf(errand) is not { } person)
        {
            return Refused(new SendResult.Final($"Van deze inwoner is geen adres op {errand.Surface.Name} bekend.", "address"));
        }

        if (errand.Part.WindowUntil is null && errand.Place.At + Week < now)
        {
            return Refused(Failures.WindowOver(errand.Surface, "window"));
        }

        return CallAsync(errand, person with { Late = IsLate(errand, now) }, ct);
    }

    /// <summary>More than a day since the resident wrote last; where that is not told, since the message that is answered.</summary>
    internal static bool IsLate(Errand errand, DateTimeOffset now) => (errand.Content.PersonalAfter ?? errand.Place.At + Day) < now;

    private static Task<SendResult> Refused(SendResult refusal) => Task.FromResult(refusal);

    private static Recipient? PersonOf(Errand errand)
    {
        var kind = errand.Surface.PersonKind + ":";
        return errand.Content.To.FirstOrDefault(id => id.StartsWith(kind, StringComparison.Ordinal)) is { } id
                ? new(PersonId: id[kind.Length..])
            : errand.Content.To.FirstOrDefault(id => id.StartsWith("userref:", StringComparison.Ordinal)) is { } reference
                ? new(UserRef: reference["userref:".Length..])
            : null;
    }

    private Task<SendResult> CallAsync(Errand errand, Recipient to, CancellationToken ct) =>
        errand.Calls.SendAsync(errand.Part, limit => OnceAsync(errand, to, limit), ct);

    private async Task<SendResult> OnceAsync(Errand errand, Recipient to, CancellationToken ct)
    {
        UploadFile.Uploaded? file = null;
        if (errand.Content.FileId is { } id)
        {
            file = await uploads.UploadAsync(errand, id, ct);
            if (file.Refusal is not null)
            {
                return file.Refusal;
            }
        }

        var body = MessageBody.Write(errand, to, file is null ? null : (file.Type, file.Id));
        return await errand.OfAsync(graph, ($"{errand.Account.Id}/messages", body), answer => Sent(answer, errand), ct);
    }

    // Who placed a comment is known by another id than who gets the message: the platform says here that they are one.
    private static SendResult.Sent? Sent(ReadOnlyMemory<byte> body, Errand errand)
    {
        if (Graph.Text(body, "message_id") is not { } id)
        {
            return null;
        }

        var told = Graph.Text(body, "recipient_id") is { } recipient ? $"{errand.Surface.PersonKind}:{recipient}" : null;
        return told is null || errand.Content.To.Count == 0 || errand.Content.To.Contains(told)
            ? new(id)
            : new(id, new PlatformPerson([errand.Content.To[0], told], null));
    }
}

/// <summary>To whom a private message goes: exactly one of the ids.</summary>
/// <param name="Late">More than a day after the resident wrote.</param>
internal sealed record Recipient(
    string? PersonId = null,
    string? UserRef = null,
    string? CommentId = null,
    string? PostId = null,
    bool Late = false
);
