using System.Text.Json;
using System.Text.Json.Nodes;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Calling;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.X.Sending;

/// <summary>
/// Sends one part, in its place: under the resident's post, or under the part before it; or as a direct message. X knows no key that makes a second
/// call harmless, so what broke off stays uncertain until a colleague decides.
/// </summary>
internal sealed class SendToX(XClient x, AccountBook accounts, Tokens tokens, RateLimits limits, UploadMedia uploads, ILogger<SendToX> log)
{
    private const string NoAccount = "Dit X-account heeft geen toegang. De beheerder moet de koppeling herstellen.";
    private const string NoPlace = "Het is niet bekend onder welk bericht dit antwoord hoort. Het is niet geplaatst.";

    // A limit counts a quarter of an hour: what lasts longer a colleague has to know.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(16);

    private readonly PlatformCalls calls = new("X", _ => false, log);

    public async Task<SendResult> SendAsync(OutboundPart part, CancellationToken ct)
    {
        if (
            accounts.Find(Contracts.Channel.X, part.App, part.Account) is not { AccessToken: not null } account
            || account.Municipality != part.Municipality
        )
        {
            return new SendResult.Final(NoAccount, "account", AfterRepair: true);
        }

        var (errand, refusal) = Errand.Of(part);
        if (errand is null)
        {
            return refusal!;
        }

        return limits.Pause(part.Account, $"{errand.Call}") switch
        {
            { Ticks: > 0 } pause when pause < Patience => new SendResult.Postponed(pause),
            { Ticks: > 0 } pause => Failures.Wait(pause),
            _ => await calls.SendAsync(part, limit => CallAsync(part, errand, account, limit), ct),
        };
    }

    /// <summary>Which call of the API it is, and where to.</summary>
    internal sealed record Errand(Call Call, HttpMethod Method, string Path, string? Under)
    {
        /// <summary>Never wider than asked: what is private only goes as a direct message.</summary>
        public static (Errand?, SendResult?) Of(OutboundPart part)
        {
            var under = Id(part.PreviousId) ?? Id(part.Content.ReplyTo);
            var to = part.Content.To.Select(one => one.StartsWith("x:", StringComparison.Ordinal) ? Id(one[2..]) : null);
            return part.Content switch
            {
                { Act: not ReplyAct.Answer } => Id(part.Content.ReplyTo) is { } post
                    ? (new(Call.Hide, HttpMethod.Put, $"2/tweets/{post}/hidden", post), null)
                    : (null, new SendResult.Final(NoPlace, "place")),
                { Visibility: Visibility.Public } => under is null
                    ? (null, new SendResult.Final(NoPlace, "place"))
                    : (new(Call.Post, HttpMethod.Post, "2/tweets", under), null),
                _ => to.FirstOrDefault(id => id is not null) is { } person
                    ? (new(Call.Direct, HttpMethod.Post, $"2/dm_conversations/with/{person}/messages", null), null)
                    : (null, new SendResult.Final("Van deze inwoner is geen X-account bekend.", "address")),
            };
        }

        private static string? Id(string? told) => Reading.People.Valid(told);
    }

    private async Task<SendResult> CallAsync(OutboundPart part, Errand errand, Account account, CancellationToken ct)
    {
        var taken = await tokens.TakeAsync(account, ct);
        var result = taken.Refusal ?? await CallAsync(part, errand, taken.Token, ct);
        if (taken.Refusal is not null || result is not SendResult.Final { Code: Failures.Unauthorized })
        {
            return result;
        }

        // It ended before its time. A refused call surely did nothing.
        taken = await tokens.RenewAsync(account, taken.Token, ct);
        return taken.Refusal ?? await CallAsync(part, errand, taken.Token, ct);
    }

    private async Task<SendResult> CallAsync(OutboundPart part, Errand errand, string token, CancellationToken ct)
    {
        string? media = null;
        if (part.Content.FileId is { } file)
        {
            var upload = await uploads.UploadAsync(part, file, token, ct);
            if (upload.Refusal is not null)
            {
                return upload.Refusal;
            }

            media = upload.Id;
        }

        var request = x.Request(errand.Method, errand.Path, token, new LeavingContent(Body(part.Content, errand, media)));
        return await calls.CallAsync(x.Http, request, (response, body) => Read(part, errand, response, body), ct);
    }

    internal static byte[] Body(PartContent content, Errand errand, string? media)
    {
        var body = errand.Call switch
        {
            Call.Hide => new JsonObject { ["hidden"] = content.Act == ReplyAct.Hide },
            Call.Direct => new JsonObject
            {
                ["text"] = content.Text,
                ["attachments"] = media is null ? null : new JsonArray(new JsonObject { ["media_id"] = media }),
            },
            _ => new JsonObject
            {
                ["text"] = content.Text,
                ["reply"] = new JsonObject { ["in_reply_to_tweet_id"] = errand.Under },
                ["media"] = media is null ? null : new JsonObject { ["media_ids"] = new JsonArray(media) },
            },
        };
        foreach (var absent in body.Where(field => field.Value is null).Select(field => field.Key).ToArray())
        {
            body.Remove(absent);
        }

        return JsonSerializer.SerializeToUtf8Bytes(body);
    }

    private SendResult Read(OutboundPart part, Errand errand, HttpResponseMessage response, byte[] body)
    {
        limits.Note(part.Account, $"{errand.Call}", response);
        var wait = limits.Pause(part.Account, $"{errand.Call}");
        return !response.IsSuccessStatusCode ? Failures.From(response.StatusCode, body, errand.Call, wait > TimeSpan.Zero ? wait : null)
            : errand.Call == Call.Hide ? new SendResult.Sent($"{errand.Under}/hidden/{part.Id:N}")
            : IdOf(body) is { } id ? new SendResult.Sent(id)
            : Failures.WithoutId();
    }

    /// <summary>The id of what was made; null when the answer does not tell, whatever errors stand beside it.</summary>
    internal static string? IdOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var data = document.RootElement.Get("data");
            return data.Text("id") ?? data.Text("dm_event_id");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
