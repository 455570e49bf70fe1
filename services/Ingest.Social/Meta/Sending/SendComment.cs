using System.Text.Json.Nodes;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Meta.Sending;

/// <summary>Answers in public, below what is answered; and hides a comment, or shows it again.</summary>
internal sealed class SendComment(Graph graph)
{
    public async Task<SendResult> SendAsync(Errand errand, CancellationToken ct)
    {
        if (Refusals.OfComment(errand) is { } refusal)
        {
            return refusal;
        }

        var request = (PathOf(errand), MessageBody.Bytes(Body(errand)));
        return await errand.Calls.SendAsync(errand.Part, limit => errand.OfAsync(graph, request, Id, limit), ct);
    }

    /// <summary>Doing it twice does no harm, so that a call that broke off is made again.</summary>
    public async Task<SendResult> HideAsync(Errand errand, CancellationToken ct)
    {
        if (Refusals.OfHiding(errand) is { } refusal)
        {
            return refusal;
        }

        var target = errand.Place.Comment ?? errand.Place.Post!;
        var hide = errand.Content.Act == ReplyAct.Hide;
        var request = (Uri.EscapeDataString(target), MessageBody.Bytes(new JsonObject { [errand.Surface.Hide!] = hide }));
        var result = await errand.Calls.SendAsync(
            errand.Part,
            limit => errand.OfAsync(graph, request, _ => new SendResult.Sent($"{(hide ? "hide" : "unhide")}:{target}"), limit),
            ct
        );
        return result is SendResult.Unknown
            ? new SendResult.Retryable($"{errand.Surface.Name} is niet bereikbaar. De reactie is niet veranderd.", "again")
            : result;
    }

    private static string PathOf(Errand errand) =>
        errand switch
        {
            { Place.Mention: true } => $"{errand.Account.Id}/mentions",
            { Surface.Channel: Contracts.Channel.Instagram } =>
                $"{Uri.EscapeDataString(errand.Place.Comment ?? errand.Place.Post!)}/replies",
            _ => $"{Uri.EscapeDataString(errand.Place.Comment ?? errand.Place.Post!)}/comments",
        };

    private static JsonObject Body(Errand errand)
    {
        var body = new JsonObject { ["message"] = errand.Content.Text };
        if (errand.Place.Mention)
        {
            body["media_id"] = errand.Place.Post;
            if (errand.Place.Comment is { } comment)
            {
                body["comment_id"] = comment;
            }
        }

        return body;
    }

    private static SendResult.Sent? Id(ReadOnlyMemory<byte> body) => Graph.Text(body, "id") is { } id ? new(id) : null;
}
