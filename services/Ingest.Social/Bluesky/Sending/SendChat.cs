using System.Text.Json.Nodes;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Sending;
using WebcareHub.Ingest.Social.Bluesky.Calling;
using WebcareHub.Ingest.Social.Bluesky.Reading;

namespace WebcareHub.Ingest.Social.Bluesky.Sending;

/// <summary>
/// Answers by direct message. These have no key of our own: after a call that broke off the conversation is read, and what stands in it was sent.
/// </summary>
internal sealed class SendChat(WriteAs writing, Sessions.Sessions sessions, ResolveHandles handles, TimeProvider time)
{
    private const string NoFiles = "In een privébericht op Bluesky kan geen bestand mee. Zet het op de website en stuur een link.";
    private const string NoAddress = "Van deze inwoner is geen Bluesky-adres bekend.";
    private static readonly Question Write = new("chat.bsky.convo.sendMessage", Chat: true);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(6);

    // The server's clock may be that much behind ours.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(3);

    public async Task<SendResult> SendAsync(Account account, OutboundPart part, CancellationToken ct)
    {
        if (part.Content is not { Text: { } text, FileId: null })
        {
            return new SendResult.Final(NoFiles, "file");
        }

        string? where = null;
        var start = time.GetUtcNow();
        var result = await writing.Calls.SendAsync(
            part,
            async limit =>
            {
                var (convo, refusal) = await ConvoAsync(account, part, limit);
                where = convo;
                return convo is null ? refusal!
                    : part.Attempts > 1 && await FindAsync(account, convo, text, part.RequestedAt, limit) is { } sent ? sent
                    : await WriteAsync(account, convo, text, limit);
            },
            ct
        );
        return where is { } known && result is SendResult.Unknown ? await SettleAsync(account, known, text, start) ?? result : result;
    }

    private async Task<(string? Convo, SendResult? Refusal)> ConvoAsync(Account account, OutboundPart part, CancellationToken ct)
    {
        if (ReplyPlace.Read(part.Content.ReplyTo)?.Convo is { } known)
        {
            return (known, null);
        }

        if (part.Content.To.FirstOrDefault(AtUri.IsDid) is not { } did)
        {
            return (null, new SendResult.Final(NoAddress, "address"));
        }

        var question = new Question($"chat.bsky.convo.getConvoForMembers?members={Uri.EscapeDataString(did)}", Chat: true);
        var answer = await sessions.AskAsync(account, question, ct);
        return answer.IsOk && answer.Body.Get("convo").Text("id") is { } convo
            ? (convo, null)
            : (null, Failures.From(answer, isChat: true));
    }

    private async Task<SendResult> WriteAsync(Account account, string convo, string text, CancellationToken ct)
    {
        var message = new JsonObject { ["text"] = text };
        if (await handles.FacetsAsync(account, text, ct) is { } facets)
        {
            message["facets"] = facets;
        }

        var body = new JsonObject { ["convoId"] = convo, ["message"] = message };
        return await writing.SendAsync(account, Write, body, answer => writing.Read(answer, answer.Body.Text("id"), isChat: true), ct);
    }

    private async Task<SendResult?> SettleAsync(Account account, string convo, string text, DateTimeOffset start)
    {
        using var patience = new CancellationTokenSource(LookAgain);
        try
        {
            return await FindAsync(account, convo, text, start, patience.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<SendResult?> FindAsync(Account account, string convo, string text, DateTimeOffset since, CancellationToken ct)
    {
        var question = new Question($"chat.bsky.convo.getMessages?convoId={Uri.EscapeDataString(convo)}&limit=50", Chat: true);
        var answer = await sessions.AskAsync(account, question, ct);
        var found = answer
            .Body.Get("messages")
            .Each()
            .FirstOrDefault(message =>
                message.Get("sender").Text("did") == account.Id
                && message.Text("text") == text
                && Told.Moment(message, "sentAt", time.GetUtcNow()) >= since - Skew
            );
        return found.Text("id") is { } id ? new SendResult.Sent(id) : null;
    }
}
