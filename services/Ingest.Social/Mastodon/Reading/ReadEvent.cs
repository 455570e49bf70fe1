using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.Mastodon.Streaming;

namespace WebcareHub.Ingest.Social.Mastodon.Reading;

/// <summary>What one event of the stream means.</summary>
/// <param name="Item">To hand on at once: an edit, a deletion, a reaction, what the municipality wrote. Null for what others post to others.</param>
/// <param name="Hurry">There is a message to be read from the list of notifications.</param>
internal sealed record News(PostItem? Item, bool Hurry = false);

/// <summary>One event of the user's stream. Messages are never taken from it: the list has them all, with a place to go on from.</summary>
internal static class ReadEvent
{
    /// <summary>Never throws: what cannot be read comes back as such.</summary>
    public static News From(Origin origin, ServerEvent told)
    {
        try
        {
            return told.Name switch
            {
                "delete" => new(Deletion(origin, told.Text.Trim())),
                "conversation" or "notifications_merged" => new(null, Hurry: true),
                "notification" => Notification(origin, told),
                "update" or "status.update" => Post(origin, told),
                "" or "filters_changed" or "announcement" or "announcement.reaction" or "announcement.delete" => new(null),
                _ => new(new OnlyVisible(origin.Account, "unsupported", $"stroom {Words.Name(told.Name)}")),
            };
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            return new(new OnlyVisible(origin.Account, "unreadable", exception.GetType().Name));
        }
    }

    /// <summary>Whether the municipality wrote it, by whatever application.</summary>
    public static bool IsOwnPost(Origin origin, ServerEvent told)
    {
        using var document = told.Name == "update" ? ReadList.Parse(told.Data) : null;
        return document?.RootElement is { ValueKind: JsonValueKind.Object } status && ReadStatus.IsOwn(origin, status);
    }

    /// <summary>Tells which post is gone, and no more than that.</summary>
    public static PostItem Deletion(Origin origin, string id) =>
        Place.IsId(id)
            ? new ForRouting(origin.Account, "deletion", "verwijderd", $"{id}|deletion|", new InboundDeletion(id, null, origin.At))
            : new OnlyVisible(origin.Account, "unreadable", "verwijdering zonder id");

    private static News Notification(Origin origin, ServerEvent told)
    {
        using var document = ReadList.Parse(told.Data);
        return document is null ? Unreadable(origin)
            : ReadNotification.IsMessage(document.RootElement) ? new(null, Hurry: true)
            : new(ReadNotification.From(origin, document.RootElement, _ => null));
    }

    private static News Post(Origin origin, ServerEvent told)
    {
        using var document = ReadList.Parse(told.Data);
        if (document is null)
        {
            return Unreadable(origin);
        }

        var status = document.RootElement;
        var changed = told.Name == "status.update";
        return ReadStatus.IsOwn(origin, status)
                ? new(changed ? new OnlyVisible(origin.Account, "ignored", "eigen wijziging") : ReadStatus.Own(origin, status))
            : changed && Names(origin, status) ? new(ReadStatus.Edit(origin, status))
            : new(null);
    }

    private static bool Names(Origin origin, JsonElement status) => status.Get("mentions").Each().Any(origin.Is);

    private static News Unreadable(Origin origin) => new(new OnlyVisible(origin.Account, "unreadable", "geen JSON"));
}
