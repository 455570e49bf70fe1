using System.Text.Json.Nodes;
using WebcareHub.PlatformSimulator.Client;
using WebcareHub.PlatformSimulator.Platform;

namespace WebcareHub.PlatformSimulator.Control;

/// <summary>The part of a resident's message that differs per kind: its type and the object of that name.</summary>
internal sealed class Contents(ResidentMessage message, StoredMedia? file, Resident resident)
{
    public JsonObject Write() =>
        message.Kind switch
        {
            "text" => Typed("text", new JsonObject { ["body"] = message.Text ?? "" }),
            "location" => Typed("location", Place()),
            "contacts" => Typed("contacts", new JsonArray(Card())),
            "button" => Typed("button", new JsonObject { ["payload"] = message.Text, ["text"] = message.Text }),
            "list" => Typed("interactive", Choice()),
            "reaction" => Typed("reaction", Reaction()),
            "edit" => Typed("edit", new JsonObject { ["original_message_id"] = message.About, ["message"] = Edited() }),
            "revoke" => Typed("revoke", new JsonObject { ["original_message_id"] = message.About }),
            "number-change" => Typed("system", NumberChange()),
            "unsupported" => Unsupported(),
            _ when file is not null => Typed(message.Kind, Media(file)),
            _ => Typed(message.Kind, new JsonObject()),
        };

    private static JsonObject Typed(string type, JsonNode content) => new() { ["type"] = type, [type] = content };

    private JsonObject Place()
    {
        var place = new JsonObject { ["latitude"] = message.Latitude ?? 53.4775, ["longitude"] = message.Longitude ?? 6.1617 };
        if (message.Text is { } name)
            place["name"] = name;
        return place;
    }

    private JsonObject Card() =>
        new()
        {
            ["name"] = new JsonObject { ["formatted_name"] = message.Text, ["first_name"] = message.Text },
            ["phones"] = new JsonArray(new JsonObject { ["phone"] = "+31 6 00000000", ["type"] = "CELL" }),
        };

    private JsonObject Choice() =>
        new()
        {
            ["type"] = "list_reply",
            ["list_reply"] = new JsonObject { ["id"] = "choice-1", ["title"] = message.Text },
        };

    private JsonObject Reaction()
    {
        var reaction = new JsonObject { ["message_id"] = message.About };
        if (!string.IsNullOrEmpty(message.Text))
            reaction["emoji"] = message.Text;
        return reaction;
    }

    private JsonObject Edited() =>
        new()
        {
            ["context"] = new JsonObject { ["id"] = "M0" },
            ["type"] = "text",
            ["text"] = new JsonObject { ["body"] = message.Text },
        };

    private JsonObject NumberChange() =>
        new()
        {
            ["body"] = $"User {resident.Name} changed from {resident.Phone} to {message.Text}",
            ["wa_id"] = message.Text,
            ["type"] = "user_changed_number",
        };

    private static JsonObject Unsupported() =>
        new()
        {
            ["type"] = "unsupported",
            ["errors"] = new JsonArray(
                new JsonObject
                {
                    ["code"] = 131051,
                    ["title"] = "Message type unknown",
                    ["message"] = "Message type unknown",
                    ["error_data"] = new JsonObject { ["details"] = "Message type is currently not supported." },
                }
            ),
        };

    private JsonObject Media(StoredMedia stored)
    {
        var content = new JsonObject
        {
            ["mime_type"] = stored.ContentType,
            ["sha256"] = stored.Sha256Base64,
            ["id"] = stored.Id,
        };
        if (message.Text is { } caption)
            content["caption"] = caption;
        if (stored.FileName is { } name && message.Kind == "document")
            content["filename"] = name;
        return content;
    }
}
