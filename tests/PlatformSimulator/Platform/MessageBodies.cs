using System.Text.Json;

namespace WebcareHub.PlatformSimulator.Platform;

/// <summary>The part of a send that differs per type.</summary>
internal sealed class MessageBodies(Templates templates, MediaShelf media)
{
    private const int LongestText = 4096;
    private const int LongestCaption = 1024;

    public static readonly string[] Types =
    [
        "text",
        "image",
        "video",
        "audio",
        "document",
        "sticker",
        "location",
        "contacts",
        "reaction",
        "interactive",
        "template",
    ];

    internal sealed record Body(string? Text = null, string? Template = null, string? MediaId = null);

    public Body Read(string type, JsonElement content) =>
        type switch
        {
            "text" => ReadText(content),
            "location" => content.IsNumber("latitude") && content.IsNumber("longitude")
                ? new Body(content.Text("name") ?? content.Text("address") ?? "Locatie")
                : throw Refuse("The parameters location['latitude'] and location['longitude'] are required."),
            "contacts" => ReadContacts(content),
            "reaction" => content.Text("message_id") is not null
                ? new Body(content.Text("emoji"))
                : throw Refuse("The parameter reaction['message_id'] is required."),
            "interactive" => ReadInteractive(content),
            "template" => ReadTemplate(content),
            _ => ReadMedia(type, content),
        };

    private static Body ReadText(JsonElement content)
    {
        foreach (var property in Object("text", content).EnumerateObject())
            if (property.Name is not ("body" or "preview_url"))
                throw Refuse($"Unexpected key \"{property.Name}\" on param \"text\".");
        if (content.TryGetProperty("preview_url", out var preview) && preview.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            throw Refuse("Param text['preview_url'] must be a boolean.");
        var text = content.Text("body");
        if (string.IsNullOrWhiteSpace(text))
            throw Refuse("The parameter text['body'] is required.");
        return text.Length <= LongestText ? new Body(text) : throw Refuse("Param text['body'] must be at most 4096 characters long.");
    }

    private static Body ReadContacts(JsonElement content) =>
        content.ValueKind is JsonValueKind.Array
        && content.GetArrayLength() > 0
        && content[0].TryGetProperty("name", out var name)
        && name.Text("formatted_name") is { } formatted
            ? new Body(formatted)
            : throw Refuse("The parameter contacts[0]['name']['formatted_name'] is required.");

    private static Body ReadInteractive(JsonElement content) =>
        Object("interactive", content).Text("type") is not null
        && content.TryGetProperty("action", out _)
        && content.TryGetProperty("body", out var body)
        && body.Text("text") is { Length: > 0 and <= 1024 } text
            ? new Body(text)
            : throw Refuse("The parameters interactive['type'], ['body'] and ['action'] are required.");

    private Body ReadMedia(string type, JsonElement content)
    {
        var (id, link) = (Object(type, content).Text("id"), content.Text("link"));
        if (id is null == link is null)
            throw Refuse($"Exactly one of {type}['id'] and {type}['link'] is required.");
        if (id is not null && media.Find(id) is null)
            throw Refuse($"Param {type}['id'] is not a valid whatsapp business account media attachment ID.");
        var caption = content.Text("caption");
        if (caption is not null && type is ("audio" or "sticker"))
            throw Refuse($"Unexpected key \"caption\" on param \"{type}\".");
        return caption?.Length > LongestCaption
            ? throw Refuse($"Param {type}['caption'] must be at most 1024 characters long.")
            : new Body(caption, MediaId: id ?? link);
    }

    private Body ReadTemplate(JsonElement content)
    {
        var name = Object("template", content).Text("name") ?? throw Refuse("The parameter template['name'] is required.");
        var language = content.TryGetProperty("language", out var code) ? code.Text("code") : null;
        if (language is null)
            throw Refuse("The parameter template['language'] is required.");
        var template =
            templates.Find(name, language)
            ?? throw new RefusedException(
                new GraphError(
                    404,
                    132001,
                    "(#132001) Template name does not exist in the translation",
                    $"template name ({name}) does not exist in {language}"
                )
            );
        var parameters = Templates.Parameters(content);
        if (parameters.Count != template.Parameters)
            throw new RefusedException(
                new GraphError(
                    400,
                    132000,
                    "(#132000) Number of parameters does not match the expected number of params",
                    $"body: number of localizable_params ({parameters.Count}) does not match the expected number of params ({template.Parameters})"
                )
            );
        return new Body(template.Fill(parameters), name);
    }

    private static JsonElement Object(string name, JsonElement content) =>
        content.ValueKind is JsonValueKind.Object ? content : throw Refuse($"Param {name} must be a JSON object.");

    private static RefusedException Refuse(string details) => new(GraphError.Parameter(details));
}
