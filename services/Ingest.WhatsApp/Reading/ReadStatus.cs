using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts;

namespace WebcareHub.Ingest.WhatsApp.Reading;

/// <summary>How far one of our messages has got. Money, window and origin are passed over.</summary>
internal static class ReadStatus
{
    public static PostItem From(Change change, JsonElement status)
    {
        var name = Words.Name(status.Text("status"));
        DeliveryState? state = name switch
        {
            "sent" => DeliveryState.Sent,
            "delivered" => DeliveryState.Delivered,
            "read" or "played" => DeliveryState.Read,
            "failed" => DeliveryState.Failed,
            _ => null,
        };
        var own = Guid.TryParseExact(status.Text("biz_opaque_callback_data"), "D", out var part) ? part : (Guid?)null;
        var id = status.Text("id");
        if (id is null && own is null)
        {
            return new OnlyVisible(change.Account, "unreadable", $"status {name} zonder id");
        }

        var code = status
            .Get("errors")
            .Each()
            .Select(error => ((JsonElement?)error).Number("code"))
            .FirstOrDefault(found => found is not null);
        return state is { } known
            ? new ForSending(
                change.Account,
                name,
                new(change.App, change.Account, id ?? "", own, known, code, status.Moment("timestamp", change.AcceptedAt))
            )
            : new OnlyVisible(change.Account, "unsupported", $"status {name}");
    }
}
