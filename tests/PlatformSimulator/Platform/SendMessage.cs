using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using WebcareHub.PlatformSimulator.Client;

namespace WebcareHub.PlatformSimulator.Platform;

/// <summary>A municipality sends: accept or refuse as the platform would, then report how it went by webhook.</summary>
internal sealed class SendMessage(
    Numbers numbers,
    MessageRules rules,
    Chats chats,
    Failures failures,
    Arrival arrival,
    SimulatorClock clock,
    IOptions<SimulatorOptions> options
)
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(2);

    public async Task<IResult> Post(string id, HttpRequest request)
    {
        var (number, error) = numbers.Open(id, request.Headers.Authorization);
        if (error is not null)
            return Refuse(error);
        JsonElement body;
        try
        {
            body = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, cancellationToken: request.HttpContext.RequestAborted);
        }
        catch (JsonException)
        {
            return Refuse(GraphError.Parameter("The body is not valid JSON."));
        }
        var (message, broken) = rules.Read(body);
        return message is null ? Refuse(broken!) : await Accept(number!, message, request.HttpContext);
    }

    private async Task<IResult> Accept(PhoneNumber number, Outgoing message, HttpContext http)
    {
        var now = clock.GetUtcNow();
        var chat = chats.For(number, message);
        var failure = failures.TakeSendFailure(number.Id, chat.Resident.Key);
        if (await Before(failure, http) is { } failed)
            return failed;
        if (!number.WithinRate(now, options.Value.NumberRate))
            return Refuse(GraphError.NumberRate);
        if (!chat.WithinPairRate(now))
            return Refuse(GraphError.PairRate);
        var line = arrival.Take(chat, message, now, failure?.Kind is FailureKind.FailedStatus ? failure.Code ?? 131026 : null);
        if (failure?.Kind is FailureKind.TimeoutAfterAccept)
            await BreakOff(failure, http);
        return Results.Json(Answer(chat.Resident, message, line.Id));
    }

    private async Task<IResult?> Before(Failure? failure, HttpContext http)
    {
        switch (failure?.Kind)
        {
            case FailureKind.ServerError:
                return Refuse(GraphError.Unavailable);
            case FailureKind.TooManyRequests:
                return Refuse(GraphError.NumberRate);
            case FailureKind.Error:
                return Refuse(
                    new GraphError(400, failure.Code ?? 131000, $"(#{failure.Code ?? 131000}) Ordered by the test", "Ordered by the test.")
                );
            case FailureKind.TimeoutBeforeAccept:
                await BreakOff(failure, http);
                return Results.Empty;
            case FailureKind.Slow:
                await Hold(failure.Milliseconds ?? 2000, http);
                return null;
            default:
                return null;
        }
    }

    private IResult Refuse(GraphError error)
    {
        arrival.CountRefusal();
        return error.ToResult();
    }

    /// <summary>The caller never gets an answer: the line stays silent, then drops.</summary>
    private static async Task BreakOff(Failure failure, HttpContext http)
    {
        await Hold(failure.Milliseconds ?? (int)LongestHold.TotalMilliseconds, http);
        http.Abort();
    }

    private static async Task Hold(int milliseconds, HttpContext http)
    {
        try
        {
            await Task.Delay(milliseconds, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The caller gave up first.
        }
    }

    private static JsonObject Answer(Resident resident, Outgoing message, string id)
    {
        var contact = new JsonObject { ["input"] = message.Input };
        if (message.ByUserId)
            contact["user_id"] = message.To;
        else
            contact["wa_id"] = message.To;
        if (resident is { UserId: { } userId } && !message.ByUserId)
            contact["user_id"] = userId;
        var sent = new JsonObject { ["id"] = id };
        if (message.IsTemplate)
            sent["message_status"] = "accepted";
        return new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["contacts"] = new JsonArray(contact),
            ["messages"] = new JsonArray(sent),
        };
    }
}
