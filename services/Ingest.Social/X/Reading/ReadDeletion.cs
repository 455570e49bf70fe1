using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.X.Reading;

/// <summary>A post is gone. When the municipality removed its own, the delivery shows it and no more.</summary>
internal static class ReadDeletion
{
    public static IEnumerable<PostItem> FromAccountActivity(About about, JsonElement deletion)
    {
        var status = deletion.Get("status") ?? default;
        return [Of(about, People.Id(status), People.Id(status, "user_id"), Moments.Of(deletion, about.AcceptedAt))];
    }

    public static IEnumerable<PostItem> FromActivity(About about, JsonElement payload) =>
        [Of(about, People.Id(payload), People.Id(payload, "author_id"), Moments.Of(payload, about.AcceptedAt))];

    private static PostItem Of(About about, string? id, string? author, DateTimeOffset at) =>
        id is null ? new OnlyVisible(about.Account, "unreadable", "verwijdering zonder id")
        : author == about.Account ? new OnlyVisible(about.Account, "deletion", "eigen bericht")
        : new ForRouting(
            about.Account,
            "deletion",
            "post",
            $"{id}|deletion|",
            new InboundDeletion(id, author is null ? null : People.Person(author, null), at)
        );
}
