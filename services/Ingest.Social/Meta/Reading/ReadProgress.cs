using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts;

namespace WebcareHub.Ingest.Social.Meta.Reading;

/// <summary>How far our messages have got. Messenger tells by whom and until when; which messages those were is known where they were sent.</summary>
internal static class ReadProgress
{
    public static IEnumerable<PostItem> Delivered(Parties parties, JsonElement item, JsonElement delivery)
    {
        var at = delivery.Time("watermark", item.Time("timestamp", parties.Source.At));
        var told = delivery.Get("mids").EachText().Select(mid => (PostItem)Status(parties, mid, DeliveryState.Delivered, at)).ToList();
        return told.Count > 0 ? told : [UpTo(parties, delivery, DeliveryState.Delivered, at)];
    }

    public static IEnumerable<PostItem> Read(Parties parties, JsonElement item, JsonElement read)
    {
        var at = read.Time("watermark", item.Time("timestamp", parties.Source.At));
        return [read.Id("mid") is { } mid ? Status(parties, mid, DeliveryState.Read, at) : UpTo(parties, read, DeliveryState.Read, at)];
    }

    private static PostItem UpTo(Parties parties, JsonElement told, DeliveryState state, DateTimeOffset at) =>
        parties.Person is { } person && told.Get("watermark") is not null
            ? Status(parties, "", state, at, person.Ids[0])
            : new OnlyVisible(parties.Source.Account, "unreadable", $"{Name(state)} zonder bericht");

    private static ForSending Status(Parties parties, string mid, DeliveryState state, DateTimeOffset at, string? recipient = null) =>
        new(parties.Source.Account, Name(state), new(parties.Source.App, parties.Source.Account, mid, null, state, null, at, recipient));

    private static string Name(DeliveryState state) => state == DeliveryState.Read ? "read" : "delivered";

    private static IEnumerable<string> EachText(this JsonElement? list) =>
        list is { ValueKind: JsonValueKind.Array } array
            ? array.EnumerateArray().Select(one => ((JsonElement?)one).Text()).OfType<string>().Where(id => id.Length <= 300)
            : [];
}
