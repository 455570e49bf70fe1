using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Contracts;

namespace WebcareHub.Ingest.WhatsApp.Reading;

/// <summary>A pressed button, a chosen row or a filled-in form, as a line to read.</summary>
internal static class ReadChoice
{
    public static Contents From(JsonElement message, string type)
    {
        if (type == "button")
        {
            return Chosen("button", message.Get("button").Text("text") ?? message.Get("button").Text("payload"), null);
        }

        var interactive = message.Get("interactive");
        var kind = Words.Name(interactive.Text("type"));
        var reply = interactive.Get(kind);
        return kind switch
        {
            "button_reply" or "list_reply" => Chosen(kind, reply.Text("title") ?? reply.Text("id"), reply.Text("description")),
            "nfm_reply" => Form(reply),
            _ => new(MessageKind.Unsupported, "Een keuze die WhatsApp niet heeft meegestuurd.", "interactive"),
        };
    }

    private static Contents Chosen(string kind, string? title, string? description) =>
        title is null
            ? new(MessageKind.Unsupported, "Een keuze die WhatsApp niet heeft meegestuurd.", kind)
            : new(MessageKind.Choice, description is null ? $"Gekozen: {title}" : $"Gekozen: {title} ({description})", kind);

    // The answers are JSON inside a string; the flow's own token is no answer.
    private static Contents Form(JsonElement? reply)
    {
        try
        {
            using var answers = JsonDocument.Parse(reply.Text("response_json") ?? "{}");
            var lines =
                answers.RootElement.ValueKind == JsonValueKind.Object
                    ? answers.RootElement.EnumerateObject().Where(answer => answer.Name != "flow_token")
                    : [];
            return new(MessageKind.Choice, string.Join('\n', lines.Take(100).Select(Line).Prepend("Formulier ingevuld:")), "nfm_reply");
        }
        catch (JsonException)
        {
            return new(MessageKind.Choice, "Formulier ingevuld, maar de antwoorden zijn niet te lezen.", "nfm_reply");
        }
    }

    private static string Line(JsonProperty answer) =>
        $"{answer.Name.Replace('_', ' ')}: {(answer.Value.ValueKind == JsonValueKind.String ? ((JsonElement?)answer.Value).Text() : answer.Value.GetRawText())}";
}
