using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts;

namespace WebcareHub.Ingest.Social.X.Reading;

/// <summary>A resident opened a direct message, and with it all before it; only the last one is named.</summary>
internal static class ReadRead
{
    public static IEnumerable<PostItem> From(About about, JsonElement read)
    {
        var reader = People.Id(read, "sender_id");
        if (reader is null || reader == about.Account || People.Id(read, "last_read_event_id") is not { } message)
        {
            return [new OnlyVisible(about.Account, "ignored", "gelezen")];
        }

        var at = read.Moment("created_timestamp", about.AcceptedAt);
        return
        [
            new ForSending(about.Account, "read", new MessageStatus(about.App, about.Account, message, null, DeliveryState.Read, null, at)),
        ];
    }
}
