using System.Buffers;
using System.Text.Json;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.WhatsApp.Sending;

/// <summary>The JSON of <c>POST /{phone_number_id}/messages</c>.</summary>
internal static class MessageBody
{
    /// <param name="media">Type and id of an uploaded file, for a part that is a file.</param>
    public static ReadOnlyMemory<byte> Write(OutboundPart part, string to, (string Type, string Id)? media)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("messaging_product", "whatsapp");
        json.WriteString("recipient_type", "individual");
        json.WriteString(PlatformPerson.IsUserId(to) ? "recipient" : "to", Address.Bare(to));
        json.WriteString("biz_opaque_callback_data", part.Id.ToString("D"));
        if (part.Content.QuotedId is { } quoted)
        {
            json.WriteStartObject("context");
            json.WriteString("message_id", quoted);
            json.WriteEndObject();
        }

        WriteContent(json, part.Content, media);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteContent(Utf8JsonWriter json, PartContent content, (string Type, string Id)? media)
    {
        if (content.Template is not null)
        {
            WriteTemplate(json, content.Template);
        }
        else if (media is { } file)
        {
            json.WriteString("type", file.Type);
            json.WriteStartObject(file.Type);
            json.WriteString("id", file.Id);
            if (file.Type == "document" && content.FileName is { } name)
            {
                json.WriteString("filename", name);
            }

            json.WriteEndObject();
        }
        else
        {
            json.WriteString("type", "text");
            json.WriteStartObject("text");
            json.WriteString("body", content.Text);
            json.WriteBoolean("preview_url", false);
            json.WriteEndObject();
        }
    }

    private static void WriteTemplate(Utf8JsonWriter json, Contracts.Bus.TemplateUse template)
    {
        json.WriteString("type", "template");
        json.WriteStartObject("template");
        json.WriteString("name", template.Name);
        json.WriteStartObject("language");
        json.WriteString("policy", "deterministic");
        json.WriteString("code", template.Language);
        json.WriteEndObject();
        if (template.Parameters.Count > 0)
        {
            json.WriteStartArray("components");
            json.WriteStartObject();
            json.WriteString("type", "body");
            json.WriteStartArray("parameters");
            foreach (var parameter in template.Parameters)
            {
                json.WriteStartObject();
                json.WriteString("type", "text");
                json.WriteString("text", parameter);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}

/// <summary>Platform ids as the contracts write them: <c>phone:31…</c>, <c>bsuid:NL.…</c>.</summary>
internal static class Address
{
    /// <summary>A number when there is one: a user id may be unknown to older numbers of the municipality.</summary>
    public static string? Best(IReadOnlyList<string> ids) =>
        ids.FirstOrDefault(id => !PlatformPerson.IsUserId(id)) ?? (ids.Count > 0 ? ids[0] : null);

    public static string Bare(string id) => id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
