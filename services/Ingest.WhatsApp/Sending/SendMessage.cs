using System.Net;
using System.Text.Json;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Calling;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.WhatsApp.Reading;

namespace WebcareHub.Ingest.WhatsApp.Sending;

/// <summary>Sends one part. Only what surely has not left is tried again here; what broke off afterwards is told as such.</summary>
internal sealed class SendMessage(GraphClient graph, AccountBook accounts, UploadMedia uploads, PairRate pace, ILogger<SendMessage> log)
{
    private const string NoAccount = "Dit WhatsApp-account heeft geen toegang. De beheerder moet de koppeling herstellen.";
    private const string BrokeOff = "De verbinding met WhatsApp viel weg. Het is niet zeker of de inwoner dit bericht heeft.";

    private readonly PlatformCalls calls = new("WhatsApp", Failures.IsTrouble, log);

    public async Task<SendResult> SendAsync(OutboundPart part, CancellationToken ct)
    {
        if (
            accounts.Find(Contracts.Channel.WhatsApp, part.App, part.Account) is not { AccessToken: { } token } account
            || account.Municipality != part.Municipality
        )
        {
            return new SendResult.Final(NoAccount, "account", AfterRepair: true);
        }

        if (Address.Best(part.Content.To) is not { } to)
        {
            return new SendResult.Final("Van deze inwoner is geen adres bekend.", "address");
        }

        if (pace.Take(part.Account, to) is { Ticks: > 0 } wait)
        {
            return new SendResult.Postponed(wait);
        }

        return await calls.SendAsync(part, limit => CallAsync(part, to, token, limit), ct);
    }

    private async Task<SendResult> CallAsync(OutboundPart part, string to, string token, CancellationToken ct)
    {
        (string, string)? media = null;
        if (part.Content.FileId is { } file)
        {
            var upload = await uploads.UploadAsync(part, file, token, ct);
            if (upload.Refusal is not null)
            {
                return upload.Refusal;
            }

            media = (upload.Type, upload.Id);
        }

        using var request = graph.Post($"{part.Account}/messages", new LeavingContent(MessageBody.Write(part, to, media)), token);
        return await calls.CallAsync(graph.Http, request, (response, body) => Read(response.StatusCode, body, to, part.Content.To), ct);
    }

    /// <summary>What the platform's answer says. An error without a readable code from a server in trouble says nothing about the message.</summary>
    /// <param name="to">The id it was sent to.</param>
    /// <param name="known">All ids of the resident that are known already.</param>
    internal static SendResult Read(HttpStatusCode status, ReadOnlyMemory<byte> body, string to, IReadOnlyList<string> known)
    {
        if ((int)status is >= 200 and < 300)
        {
            return MessageId(body) is { } id
                ? new SendResult.Sent(id, Recipient(body, to, known))
                : new SendResult.Unknown(BrokeOff, "no-id");
        }

        return (GraphClient.CodeOf(body), status) switch
        {
            ({ } code, _) => Failures.From(code),
            (null, HttpStatusCode.TooManyRequests) => Failures.From(130429),
            (null, HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) => Failures.From(190),
            (null, HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError) => new SendResult.Unknown(
                BrokeOff,
                $"http-{(int)status}"
            ),
            _ => Failures.From(null),
        };
    }

    /// <summary>
    /// The number may not be the one that was given, and the user id may be the first that is told. Null when it tells nothing new: Routing then
    /// hears nothing.
    /// </summary>
    private static PlatformPerson? Recipient(ReadOnlyMemory<byte> body, string to, IReadOnlyList<string> known)
    {
        using var document = JsonDocument.Parse(body);
        var contact = document.RootElement.Get("contacts").Each().FirstOrDefault();
        var ids = ReadPerson.Of(contact.Text("wa_id"), contact.Text("user_id"))?.Ids.Except(known).Where(id => id != to).ToArray();
        return ids is { Length: > 0 } ? new PlatformPerson([to, .. ids], null) : null;
    }

    private static string? MessageId(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Get("messages").Each().Select(message => message.Text("id")).FirstOrDefault();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
