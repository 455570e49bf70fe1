using System.Globalization;
using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Texts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Bluesky.Reading;

/// <summary>Moments and people as this network writes them.</summary>
internal static class Told
{
    private const int NameLimit = 255;
    private static readonly DateTimeOffset Oldest = new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Without a zone it is UTC; what cannot be a moment, or has not come yet, becomes <paramref name="otherwise"/>.</summary>
    public static DateTimeOffset Moment(JsonElement element, string name, DateTimeOffset otherwise) =>
        DateTimeOffset.TryParse(
            element.Text(name),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var told
        )
        && told >= Oldest
        && told <= otherwise.AddMinutes(5)
            ? told
            : otherwise;

    /// <summary>Known by did, for handles change hands; null without one.</summary>
    public static PlatformPerson? Person(JsonElement? person) =>
        person.Text("did") is { } did && AtUri.IsDid(did) ? new([did], NameOf(person.Text("handle"))) : null;

    // "handle.invalid" is what servers say for a handle that no longer points back.
    public static string? NameOf(string? handle) =>
        handle is null or "handle.invalid" || string.IsNullOrWhiteSpace(handle) ? null : TextSplitter.Bound(handle, NameLimit);
}
