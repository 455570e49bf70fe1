using System.Net;
using System.Text.Json;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.WhatsApp.Accounts;
using WebcareHub.Ingest.WhatsApp.Reading;

namespace WebcareHub.Ingest.WhatsApp.Sending;

/// <summary>Sends one part. Only what surely has not left is tried again here; what broke off afterwards is told as such.</summary>
internal sealed class SendMessage(GraphClient graph, AccountBook accounts, UploadMedia uploads, PairRate pace, ILogger<SendMessage> log)
{
    private const string NoAccount = "Dit WhatsApp-account heeft geen toegang. De beheerder moet de koppeling herstellen.";
    private const string NotReached = "WhatsApp is niet bereikbaar. Het bericht is niet verstuurd.";
    private const string BrokeOff = "De verbinding met WhatsApp viel weg. Het is niet zeker of de inwoner dit bericht heeft.";

    // Three attempts fit in the whole, and the whole in the lease of the part: a call that goes on after it would look like one that died.
    private static readonly TimeSpan OneAttempt = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Overall = TimeSpan.FromSeconds(50);

    private readonly ResiliencePipeline<SendResult> pipeline = new ResiliencePipelineBuilder<SendResult>()
        .AddTimeout(new TimeoutStrategyOptions { Timeout = Overall })
        .AddRetry(
            new RetryStrategyOptions<SendResult>
            {
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is SendResult.Retryable { Code: "connect" }),
                MaxRetryAttempts = 2,
                Delay = TimeSpan.FromMilliseconds(200),
                UseJitter = true,
            }
        )
        .AddCircuitBreaker(
            new CircuitBreakerStrategyOptions<SendResult>
            {
                ShouldHandle = arguments => ValueTask.FromResult(Failures.IsTrouble(arguments.Outcome.Result)),
                FailureRatio = 0.5,
                MinimumThroughput = 20,
                SamplingDuration = TimeSpan.FromSeconds(10),
                BreakDuration = TimeSpan.FromSeconds(5),
            }
        )
        .AddTimeout(new TimeoutStrategyOptions { Timeout = OneAttempt })
        .Build();

    public async Task<SendResult> SendAsync(OutboundPart part, CancellationToken ct)
    {
        if (accounts.Find(part.App, part.Account) is not { AccessToken: { } token } account || account.Municipality != part.Municipality)
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

        return await TryAsync(part, to, token, ct);
    }

    private async Task<SendResult> TryAsync(OutboundPart part, string to, string token, CancellationToken ct)
    {
        try
        {
            var result = await pipeline.ExecuteAsync(async limit => await CallAsync(part, to, token, limit), ct);
            if (Failures.IsAlarm(result))
            {
                log.LogError(
                    "WhatsApp refuses to send for {Municipality}: code {Code}",
                    part.Municipality,
                    ((SendResult.Final)result).Code
                );
            }

            return result;
        }
        catch (BrokenCircuitException)
        {
            return new SendResult.Retryable(NotReached, "circuit", TimeSpan.FromSeconds(5));
        }
        catch (TimeoutRejectedException)
        {
            // Between two attempts: the first surely had not left, or there would be no second.
            return new SendResult.Retryable(NotReached, "connect");
        }
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

        using var content = new LeavingContent(MessageBody.Write(part, to, media));
        try
        {
            using var response = await graph.PostAsync($"{part.Account}/messages", content, token, ct);
            return Read(response.StatusCode, await response.Content.ReadAsByteArrayAsync(ct), to, part.Content.To);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            return content.HasLeft ? new SendResult.Unknown(BrokeOff, "broken") : new SendResult.Retryable(NotReached, "connect");
        }
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
