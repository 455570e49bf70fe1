using System.Globalization;
using System.Text.Json.Nodes;
using WebcareHub.PlatformSimulator.Platform;

namespace WebcareHub.PlatformSimulator.Webhooks;

/// <summary>Tells how an accepted message fared: sent, delivered, read; or failed.</summary>
internal sealed class Statuses(Outbox outbox, Manner manner, SimulatorClock clock)
{
    private static readonly Dictionary<int, (string Title, string Details)> Reasons = new()
    {
        [131047] = (
            "Re-engagement message",
            "Message failed to send because more than 24 hours have passed since the customer last replied to this number."
        ),
        [131026] = ("Message undeliverable", "Message Undeliverable."),
        [131049] = ("Meta chose not to deliver", "This message was not delivered to maintain healthy ecosystem engagement."),
    };

    public void Follow(Chat chat, ChatLine line, int? failWith)
    {
        if (failWith is null && manner.Silent)
            return;
        string[] states =
            failWith is not null ? ["failed"]
            : manner.Unread ? ["sent", "delivered"]
            : ["sent", "delivered", "read"];
        if (manner.OutOfOrder)
            Random.Shared.Shuffle(states);
        _ = Tell(chat, line, states, failWith);
    }

    private async Task Tell(Chat chat, ChatLine line, string[] states, int? failWith)
    {
        foreach (var state in states)
        {
            await Task.Delay(manner.StatusDelayMilliseconds);
            if (Rank(state) > Rank(line.State))
                line.State = state;
            var body = Envelope.Status(chat.Number, Status(chat, line, state, failWith));
            outbox.Post(outbox.Make("status", chat.Number.Id, [line.Id], body));
        }
    }

    private static int Rank(string? state) => Array.IndexOf(["accepted", "sent", "delivered", "read", "failed"], state);

    private JsonObject Status(Chat chat, ChatLine line, string state, int? failWith)
    {
        var status = new JsonObject
        {
            ["id"] = line.Id,
            ["status"] = state,
            ["timestamp"] = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        };
        if (chat.Resident.Phone is { } phone)
            status["recipient_id"] = phone;
        if (chat.Resident.UserId is { } userId)
            status["recipient_user_id"] = userId;
        if (line.Callback is { } callback)
            status["biz_opaque_callback_data"] = callback;
        if (failWith is { } code)
            status["errors"] = new JsonArray(Error(code));
        else
            status["pricing"] = new JsonObject
            {
                ["billable"] = line.Template is not null,
                ["pricing_model"] = "PMP",
                ["type"] = line.Template is null ? "free_customer_service" : "regular",
                ["category"] = line.Template is null ? "service" : "utility",
            };
        return status;
    }

    private static JsonObject Error(int code)
    {
        var (title, details) = Reasons.GetValueOrDefault(code, ("Something went wrong", "Message failed to send."));
        return new JsonObject
        {
            ["code"] = code,
            ["title"] = title,
            ["message"] = title,
            ["error_data"] = new JsonObject { ["details"] = details },
            ["href"] = "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/",
        };
    }
}
