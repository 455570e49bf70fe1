using System.Text.Json.Nodes;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Sending;
using WebcareHub.Ingest.Social.Bluesky.Calling;
using WebcareHub.Ingest.Social.Bluesky.Reading;

namespace WebcareHub.Ingest.Social.Bluesky.Sending;

/// <summary>
/// Answers in public. The record's key is known beforehand, so a call that broke off settles itself: what stands there now was sent, and writing it
/// again changes nothing.
/// </summary>
internal sealed class SendPost(
    WriteAs writing,
    Sessions.Sessions sessions,
    FindParent parents,
    ResolveHandles handles,
    UploadImage images,
    TimeProvider time
)
{
    private const string NotSurely = "Bluesky gaf geen duidelijk antwoord. Het is niet zeker of dit bericht er staat.";
    private static readonly Question Write = new("com.atproto.repo.putRecord");
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(6);

    // Shorter than the host goes on trying: in the end a colleague is told that it is not sure, not that it failed.
    private static readonly TimeSpan KeepAsking = TimeSpan.FromMinutes(12);

    public async Task<SendResult> SendAsync(Account account, OutboundPart part, CancellationToken ct)
    {
        ReplyPlace? where = null;
        var result = await writing.Calls.SendAsync(
            part,
            async limit =>
            {
                var (place, refusal) = await parents.OfAsync(account, part, limit);
                where = place;
                return place is null ? refusal! : await WriteAsync(account, part, place, limit);
            },
            ct
        );
        return where is not null && result is SendResult.Unknown or SendResult.Final { Code: "InvalidSwap" }
            ? await SettleAsync(account, part, where!, result)
            : result;
    }

    private async Task<SendResult> WriteAsync(Account account, OutboundPart part, ReplyPlace place, CancellationToken ct)
    {
        JsonObject? embed = null;
        if (part.Content.FileId is { } file)
        {
            (embed, var refusal) = await images.EmbedAsync(account, part, file, ct);
            if (refusal is not null)
            {
                return refusal;
            }
        }

        var facets = part.Content.Text is { } text ? await handles.FacetsAsync(account, text, ct) : null;
        var body = PostRecord.Put(account.Id, part, place, facets, embed);
        return await writing.SendAsync(account, Write, body, answer => writing.Read(answer, answer.Body.Text("uri"), isChat: false), ct);
    }

    /// <summary>Looks whether it stands there.</summary>
    private async Task<SendResult> SettleAsync(Account account, OutboundPart part, ReplyPlace place, SendResult result)
    {
        using var patience = new CancellationTokenSource(LookAgain);
        try
        {
            var answer = await sessions.AskAsync(account, FindParent.Own(account, RecordKey.Of(part.ReplyId, part.Part)), patience.Token);
            return answer switch
            {
                { IsOk: true } => answer.Body.Text("uri") is { } uri && PostRecord.IsSame(answer.Body.Get("value") ?? default, part, place)
                    ? new SendResult.Sent(uri)
                    : new SendResult.Final(Failures.NotTheSame, "InvalidSwap"),
                { Error: "RecordNotFound" } => new SendResult.Retryable(writing.Calls.NotReached, "not-there"),
                _ => Unsure(part, result),
            };
        }
        catch (OperationCanceledException)
        {
            return Unsure(part, result);
        }
    }

    // Writing it again cannot double it.
    private SendResult Unsure(OutboundPart part, SendResult result) =>
        time.GetUtcNow() < part.RequestedAt + KeepAsking ? new SendResult.Retryable(NotSurely, "unsure", TimeSpan.FromSeconds(10))
        : result is SendResult.Unknown ? result
        : new SendResult.Unknown(NotSurely, "unsure");
}
