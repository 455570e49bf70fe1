using System.Text;
using System.Text.Json.Nodes;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Calling;
using WebcareHub.Channels.Sending;
using WebcareHub.Ingest.Social.Bluesky.Calling;

namespace WebcareHub.Ingest.Social.Bluesky.Sending;

/// <summary>One write as an account. A token that is refused is refreshed once: nothing was taken then.</summary>
internal sealed class WriteAs(Xrpc xrpc, Sessions.Sessions sessions, ILogger<WriteAs> log)
{
    /// <summary>Shared by all writes, so that they know together when the network is in trouble.</summary>
    public PlatformCalls Calls { get; } = new("Bluesky", Failures.IsTrouble, log);

    public async Task<SendResult> SendAsync(
        Account account,
        Question question,
        JsonObject body,
        Func<XrpcAnswer, SendResult> read,
        CancellationToken ct
    )
    {
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        for (var first = true; ; first = false)
        {
            var (session, trouble) = await sessions.OpenAsync(account, ct);
            if (session is null)
            {
                return Failures.From(trouble!);
            }

            XrpcAnswer? answer = null;
            var request = Xrpc.Request(session.Server, question, session.Access, new LeavingContent(bytes));
            var result = await Calls.CallAsync(xrpc.Http, request, (response, content) => read(answer = xrpc.Read(response, content)), ct);
            if (!first || answer is not { IsStale: true })
            {
                return result;
            }

            sessions.Refused(account, session);
        }
    }

    /// <summary>What came of a write, by what it gives back: its id, or why not. Trouble of the server says nothing about the write.</summary>
    public SendResult Read(XrpcAnswer answer, string? id, bool isChat) =>
        answer switch
        {
            { IsOk: true } when id is not null => new SendResult.Sent(id),
            { IsOk: true } or { Status: 408 or >= 500 } => new SendResult.Unknown(Calls.BrokeOff, $"http-{answer.Status}"),
            _ => Failures.From(answer, isChat),
        };
}
