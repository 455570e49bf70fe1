using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts;

namespace WebcareHub.Ingest.Social.Meta.Reading;

/// <summary>One change of a page or an Instagram account, by its field.</summary>
internal static class ReadChange
{
    public static IEnumerable<PostItem> From(Source source, JsonElement change)
    {
        var value = change.Get("value") ?? default;
        var field = Words.Name(change.Text("field"));
        return field switch
        {
            "feed" or "mention" when source.Channel == Channel.Facebook => [ReadFeed.From(source, value, field)],
            "ratings" when source.Channel == Channel.Facebook => [ReadRating.From(source, value)],
            "comments" or "live_comments" when source.Channel == Channel.Instagram => [ReadComment.From(source, value, field)],
            "mentions" when source.Channel == Channel.Instagram => [ReadMention.From(source, value)],
            // The dashboard's test puts the same item here that otherwise stands under `messaging`.
            _ when value.Get("sender") is not null => ReadMessaging.From(Messages(source), value),
            _ => [new OnlyVisible(source.Account, "ignored", $"veld {field}")],
        };
    }

    private static Source Messages(Source source) =>
        source.Channel == Channel.Facebook ? source with { Channel = Channel.Messenger } : source;
}
