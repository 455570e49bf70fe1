using System.Text.Json;
using WebcareHub.Channels.Receiving;
using WebcareHub.Ingest.Social.Meta.Mentions;

namespace WebcareHub.Ingest.Social.Meta.Reading;

/// <summary>Somebody names the account on Instagram. The post brings ids only: what was written, and by whom, is looked up.</summary>
internal static class ReadMention
{
    public static PostItem From(Source source, JsonElement value)
    {
        var (comment, media) = (value.Id("comment_id"), value.Id("media_id"));
        if ((comment ?? media) is not { } id)
        {
            return new OnlyVisible(source.Account, "unreadable", "mentions zonder id");
        }

        var mention = new Mention(source.App, source.Account, comment, media, source.At);
        var body = JsonSerializer.SerializeToUtf8Bytes(mention, MentionJson.Default.Mention);
        return new ForLookUp(source.Account, "message", "mentions", Mention.Queue, $"{id}|mention", body);
    }
}
