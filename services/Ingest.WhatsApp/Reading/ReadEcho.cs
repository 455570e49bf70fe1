using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.WhatsApp.Reading;

/// <summary>What the municipality sent from the phone app, outside this hub.</summary>
internal static class ReadEcho
{
    public static PostItem From(Change change, JsonElement echo)
    {
        var type = Words.Name(echo.Text("type"));
        if (ReadPerson.To(echo, change.Value) is not { } recipient)
        {
            return new OnlyVisible(change.Account, "unreadable", $"echo {type} zonder ontvanger");
        }

        var id = ReadMessage.PlatformId(echo);
        var (kind, text) = type switch
        {
            "revoke" => (MessageKind.Notice, "De gemeente trok een bericht in vanuit de WhatsApp-app."),
            "edit" => (MessageKind.Notice, "De gemeente wijzigde een bericht vanuit de WhatsApp-app."),
            "reaction" => (
                MessageKind.Notice,
                $"De gemeente reageerde vanuit de WhatsApp-app: {echo.Get("reaction").Text("emoji") ?? "reactie weggehaald"}"
            ),
            _ => Said(echo, type),
        };
        var at = echo.Moment("timestamp", change.AcceptedAt);
        return new ForRouting(
            change.Account,
            "echo",
            type,
            $"{id}|echo|",
            new InboundEcho(id, recipient, kind, text, at, kind == MessageKind.Text ? null : type)
        );
    }

    private static (MessageKind Kind, string? Text) Said(JsonElement echo, string type)
    {
        var contents = ReadMessage.Contents(echo, type, "");
        return (contents.Kind, contents.Text);
    }
}
