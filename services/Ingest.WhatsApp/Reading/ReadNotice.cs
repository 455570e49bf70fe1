using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.WhatsApp.Reading;

/// <summary>What the platform only announces: a call, an order.</summary>
internal static class ReadNotice
{
    public static Contents FromOrder(JsonElement message)
    {
        var order = message.Get("order");
        var line = $"Bestelling van {order.Get("product_items").Each().Count()} artikel(en)";
        return new(MessageKind.Notice, order.Text("text") is { } text ? $"{line}: {text}" : line, "order");
    }

    /// <summary>Several events of one call (connect, terminate) share its key: a colleague sees one line.</summary>
    public static PostItem FromCall(Change change, JsonElement call)
    {
        var name = $"call {Words.Name(call.Text("event"))}";
        if (call.Text("direction") == "BUSINESS_INITIATED")
        {
            return new OnlyVisible(change.Account, "ignored", name);
        }

        if (ReadPerson.From(call, change.Value) is not { } author)
        {
            return new OnlyVisible(change.Account, "unreadable", "call zonder beller");
        }

        var id = ReadMessage.PlatformId(call);
        return new ForRouting(
            change.Account,
            "message",
            name,
            $"{id}|call|",
            new InboundMessage(
                id,
                author,
                Visibility.Private,
                MessageKind.Notice,
                "De inwoner belde via WhatsApp.",
                call.Moment("timestamp", change.AcceptedAt),
                Detail: "call"
            )
        );
    }
}
