using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Sending;
using WebcareHub.Ingest.Social.Bluesky.Reading;

namespace WebcareHub.Ingest.Social.Bluesky.Sending;

/// <summary>
/// The post an answer hangs under: the resident's, or the part of the answer before it. Looked up first, because an answer under a post that was
/// taken back would stand alone in public.
/// </summary>
internal sealed class FindParent(Sessions.Sessions sessions)
{
    public async Task<(ReplyPlace? Place, SendResult? Refusal)> OfAsync(Account account, OutboundPart part, CancellationToken ct)
    {
        if (ReplyPlace.Read(part.Content.ReplyTo) is not { Uri: { } uri, Root: { } root } told || !AtUri.IsOne(uri) || !AtUri.IsOne(root))
        {
            return (null, new SendResult.Final(Failures.NoPlace, "place"));
        }

        var place = await ParentAsync(account, told, ct);
        if (place is null)
        {
            return (null, new SendResult.Final(Failures.Gone, "gone"));
        }

        return part.PreviousId is { } previous && AtUri.IsOne(previous) ? await AfterAsync(account, place, previous, ct)
            : place is { Cid: not null, RootCid: not null } ? (place, null)
            : (null, new SendResult.Final(Failures.NoPlace, "cid"));
    }

    // When it cannot be looked up now, what came with the question is good enough.
    private async Task<ReplyPlace?> ParentAsync(Account account, ReplyPlace told, CancellationToken ct)
    {
        var answer = await sessions.AskAsync(account, new($"app.bsky.feed.getPosts?uris={Uri.EscapeDataString(told.Uri!)}"), ct);
        if (!answer.IsOk || answer.Body.Get("posts") is not { } posts)
        {
            return told;
        }

        var found = ((System.Text.Json.JsonElement?)posts).Each().FirstOrDefault(post => post.Text("uri") == told.Uri);
        return found.Text("cid") is not { } cid ? null : told with { Cid = cid, RootCid = told.Root == told.Uri ? cid : told.RootCid };
    }

    private async Task<(ReplyPlace?, SendResult?)> AfterAsync(Account account, ReplyPlace place, string previous, CancellationToken ct)
    {
        var answer = await sessions.AskAsync(account, Own(account, AtUri.Key(previous)!), ct);
        return answer.IsOk && answer.Body.Text("cid") is { } cid ? (place with { Uri = previous, Cid = cid }, null)
            : answer.Error == "RecordNotFound"
                ? (null, new SendResult.Final("Het vorige deel van dit antwoord staat niet meer op Bluesky.", "previous"))
            : (null, Failures.From(answer));
    }

    /// <summary>The question for a post of the account itself.</summary>
    public static Calling.Question Own(Account account, string key) =>
        new($"com.atproto.repo.getRecord?repo={Uri.EscapeDataString(account.Id)}&collection={PostRecord.Collection}&rkey={key}");
}
