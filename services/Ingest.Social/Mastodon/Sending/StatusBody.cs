using System.Buffers;
using System.Text.Json;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts;
using WebcareHub.Ingest.Social.Mastodon.Reading;

namespace WebcareHub.Ingest.Social.Mastodon.Sending;

/// <summary>The JSON of <c>POST /api/v1/statuses</c>.</summary>
internal static class StatusBody
{
    /// <param name="media">Id of an uploaded file.</param>
    public static ReadOnlyMemory<byte> Write(OutboundPart part, Place place, string? media)
    {
        var visibility = place.AnswerVisibility(part.Content.Visibility == Visibility.Private);
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("status", PlanReply.Status(place, part.Content.Text, visibility == "direct"));
        json.WriteString("in_reply_to_id", part.PreviousId ?? place.Status);
        json.WriteString("visibility", visibility);
        if (place.Warning is { Length: > 0 } warning)
        {
            json.WriteString("spoiler_text", warning);
        }

        if (place.Language is { } language)
        {
            json.WriteString("language", language);
        }

        if (media is not null)
        {
            json.WriteStartArray("media_ids");
            json.WriteStringValue(media);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
