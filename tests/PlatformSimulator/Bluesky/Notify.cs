using System.Globalization;
using System.Text.Json.Nodes;

namespace WebcareHub.PlatformSimulator.Bluesky;

/// <summary>Whom a post concerns: who is named, answered or quoted in it, each once.</summary>
internal static class Notify
{
    public static void About(World world, Post post)
    {
        var told = new HashSet<string>(StringComparer.Ordinal) { post.Author };
        Tell(world, post, "reply", Author(post.Record["reply"]?["parent"]), told);
        Tell(world, post, "quote", Author(post.Record["embed"]?["record"]), told);
        foreach (var facet in post.Record["facets"] as JsonArray ?? [])
            Tell(world, post, "mention", (string?)facet?["features"]?[0]?["did"], told);
    }

    private static void Tell(World world, Post post, string reason, string? did, HashSet<string> told)
    {
        if (did is not null && world.People.TryGetValue(did, out var person) && told.Add(did))
            person.Notifications.Add(new(reason, post, Sorted(post)));
    }

    // An author's clock that is behind puts a post in the past; one that is ahead does not put it in the future.
    private static DateTimeOffset Sorted(Post post) =>
        DateTimeOffset.TryParse(
            (string?)post.Record["createdAt"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var claimed
        )
        && claimed < post.IndexedAt
            ? claimed
            : post.IndexedAt;

    private static string? Author(JsonNode? reference) => ((string?)reference?["uri"])?.Split('/') is [_, _, var did, ..] ? did : null;
}
