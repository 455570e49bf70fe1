using System.Globalization;
using System.Text.Json;
using WebcareHub.Channels.Reading;

namespace WebcareHub.Ingest.Social.X.Reading;

/// <summary>When something was written: milliseconds, an ISO moment, or the older generation's line of words.</summary>
internal static class Moments
{
    private static readonly DateTimeOffset Oldest = new(2006, 3, 21, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Forms = ["ddd MMM dd HH:mm:ss zzz yyyy", "ddd MMM d HH:mm:ss zzz yyyy"];

    /// <summary>What cannot be a moment becomes <paramref name="otherwise"/>.</summary>
    public static DateTimeOffset Of(JsonElement element, DateTimeOffset otherwise)
    {
        if (element.Get("timestamp_ms") is not null)
        {
            return element.Moment("timestamp_ms", otherwise);
        }

        var told = element.Text("created_at") ?? element.Text("date_time");
        var at =
            DateTimeOffset.TryParseExact(told, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var old) ? old
            : DateTimeOffset.TryParse(told, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var iso) ? iso
            : otherwise;
        return at >= Oldest && at <= otherwise.AddDays(1) ? at.ToUniversalTime() : otherwise;
    }
}
