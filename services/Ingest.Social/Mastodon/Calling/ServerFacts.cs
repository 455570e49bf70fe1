using System.Text.Json;
using WebcareHub.Channels.Reading;

namespace WebcareHub.Ingest.Social.Mastodon.Calling;

/// <summary>What a server says about itself: how long a post may be, what files it takes, where its stream is.</summary>
/// <param name="Characters">The longest post, as the server counts (<see cref="Sending.StatusLength"/>).</param>
/// <param name="LinkLength">What an address counts for, however long it is.</param>
/// <param name="FileTypes">The media types it takes; null when it does not tell.</param>
/// <param name="Streaming">Where the stream is; null for a server without.</param>
/// <param name="FileHost">A host its own files come from.</param>
internal sealed record ServerFacts(
    int Characters,
    int LinkLength,
    IReadOnlySet<string>? FileTypes,
    long? LargestPicture,
    Uri? Streaming,
    string? FileHost
)
{
    /// <summary>Until a server has told, and for what it does not tell.</summary>
    public static readonly ServerFacts Usual = new(500, 23, null, null, null, null);

    /// <summary>The answer of <c>/api/v2/instance</c>; the older one has the same under other names.</summary>
    public static ServerFacts Read(JsonElement instance)
    {
        var configuration = instance.Get("configuration");
        var statuses = configuration.Get("statuses");
        var files = configuration.Get("media_attachments");
        var types = files.Get("supported_mime_types").Each().Select(type => ((JsonElement?)type).Text()).OfType<string>().ToHashSet();
        return new(
            Within(statuses.Number("max_characters") ?? ((JsonElement?)instance).Number("max_toot_chars"), 50, 100_000) ?? Usual.Characters,
            Within(statuses.Number("characters_reserved_per_url"), 1, 1_000) ?? Usual.LinkLength,
            types.Count == 0 ? null : types,
            files.Number("image_size_limit"),
            Web(configuration.Get("urls").Text("streaming") ?? instance.Get("urls").Text("streaming_api")),
            Web(instance.Get("thumbnail").Text("url") ?? instance.Text("thumbnail"))?.Host
        );
    }

    private static int? Within(int? told, int least, int most) => told is { } number && number >= least && number <= most ? number : null;

    // Streams stand under wss:// and are read over https:// as well.
    private static Uri? Web(string? told) =>
        Uri.TryCreate(told, UriKind.Absolute, out var url)
            ? url.Scheme switch
            {
                "wss" => new UriBuilder(url) { Scheme = "https", Port = url.IsDefaultPort ? 443 : url.Port }.Uri,
                "ws" => new UriBuilder(url) { Scheme = "http", Port = url.IsDefaultPort ? 80 : url.Port }.Uri,
                "https" or "http" => url,
                _ => null,
            }
            : null;
}
