using System.Collections.Concurrent;
using System.Net;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Calling;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.Mastodon.Calling;
using WebcareHub.Ingest.Social.Mastodon.Reading;

namespace WebcareHub.Ingest.Social.Mastodon.Sending;

/// <summary>
/// Sends one part. Its id is the server's <c>Idempotency-Key</c>, kept for an hour: what broke off is sent again by itself within that hour, and
/// looked up after it.
/// </summary>
internal sealed class SendStatus(
    ServerClient client,
    AccountBook accounts,
    UploadMedia uploads,
    FindStatus finder,
    Pace pace,
    TimeProvider time,
    ILogger<SendStatus> log
)
{
    // The host gives up after a quarter of an hour; before that it has to be known what became of it.
    private static readonly TimeSpan AgainWithin = TimeSpan.FromMinutes(9);
    private static readonly TimeSpan KeyIsKept = TimeSpan.FromMinutes(55);

    // A server in trouble is its own trouble.
    private readonly ConcurrentDictionary<string, PlatformCalls> calls = new();

    public async Task<SendResult> SendAsync(OutboundPart part, CancellationToken ct)
    {
        if (part.Content.Act != ReplyAct.Answer)
        {
            return new SendResult.Final(Failures.NoHiding, "act");
        }

        if (
            accounts.Find(Channel.Mastodon, part.App, part.Account) is not { AccessToken.Length: > 0, Server: { } server } account
            || account.Municipality != part.Municipality
            || !client.MayCall(server)
        )
        {
            return new SendResult.Final(Failures.NoAccount, "account", AfterRepair: true);
        }

        if (Place.Read(part.Content.ReplyTo) is not { } place)
        {
            return new SendResult.Final(Failures.NoPlace, "place");
        }

        if (pace.ToAnswer(account) is { Ticks: > 0 } wait)
        {
            return new SendResult.Postponed(wait);
        }

        var platform = calls.GetOrAdd(server.AbsoluteUri, _ => new PlatformCalls("Mastodon", Failures.IsTrouble, log));
        return await SendAsync(account, part, place, platform, ct);
    }

    private async Task<SendResult> SendAsync(Account account, OutboundPart part, Place place, PlatformCalls platform, CancellationToken ct)
    {
        var age = time.GetUtcNow() - part.RequestedAt;
        if (part.Attempts > 1 && age > KeyIsKept)
        {
            switch (await finder.FindAsync(account, part, place, ct))
            {
                case { Length: > 0 } id:
                    return new SendResult.Sent(id);
                case null:
                    return new SendResult.Unknown(platform.BrokeOff, "not-found-out");
            }
        }

        var result = await platform.SendAsync(part, limit => CallAsync(account, part, place, platform, limit), ct);
        return result switch
        {
            SendResult.Unknown unknown when age < AgainWithin => new SendResult.Retryable(platform.BrokeOff, unknown.Code),
            SendResult.Unknown => await SettleAsync(account, part, place, result, ct),
            SendResult.Retryable when age >= AgainWithin && part.Attempts > 1 => await SettleAsync(account, part, place, result, ct),
            _ => result,
        };
    }

    // An earlier call of this part may have broken off, and soon the host stops trying: only then it has to be known.
    private async Task<SendResult> SettleAsync(Account account, OutboundPart part, Place place, SendResult result, CancellationToken ct) =>
        (await finder.FindAsync(account, part, place, ct), result) switch
        {
            ({ Length: > 0 } id, _) => new SendResult.Sent(id),
            ("", SendResult.Retryable) => result,
            (_, SendResult.Unknown) => result,
            _ => new SendResult.Unknown(calls[account.Server!.AbsoluteUri].BrokeOff, "not-found-out"),
        };

    private async Task<SendResult> CallAsync(Account account, OutboundPart part, Place place, PlatformCalls platform, CancellationToken ct)
    {
        string? media = null;
        if (part.Content.FileId is { } file)
        {
            var upload = await uploads.UploadAsync(account, part, file, ct);
            if (upload.Refusal is not null)
            {
                return upload.Refusal;
            }

            media = upload.Id;
        }

        var request = ServerClient.Request(
            HttpMethod.Post,
            account,
            "api/v1/statuses",
            new LeavingContent(StatusBody.Write(part, place, media))
        );
        request.Headers.Add("Idempotency-Key", part.Id.ToString("D"));
        pace.Count(account);
        return await platform.CallAsync(
            client.Http,
            request,
            (response, body) =>
            {
                pace.Hear(account, response, hasOwnLimit: false);
                return Read(response.StatusCode, body, platform, pace.ToAnswer(account));
            },
            ct
        );
    }

    /// <summary>What the server's answer says. A success without an id says nothing about the post.</summary>
    internal static SendResult Read(HttpStatusCode status, byte[] body, PlatformCalls platform, TimeSpan wait)
    {
        if ((int)status is < 200 or >= 300)
        {
            return Failures.From(status, wait) is SendResult.Unknown unknown
                ? unknown with
                {
                    Reason = platform.BrokeOff,
                }
                : Failures.From(status, wait);
        }

        using var document = ReadList.Parse(body);
        return document?.RootElement.Text("id") is { } id && Place.IsId(id)
            ? new SendResult.Sent(id)
            : new SendResult.Unknown(platform.BrokeOff, "no-id");
    }
}
