using System.Globalization;
using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Ingest.Social.Bluesky.Calling;
using WebcareHub.Ingest.Social.Bluesky.Reading;

namespace WebcareHub.Ingest.Social.Bluesky.Pulling;

/// <summary>
/// Pages of notifications go backwards from now. This collects them until the place where the account was read before, and gives what is new,
/// oldest first. A server sorts by the author's clock when that is behind, so a page is read past that place, and what stood in it before is left out.
/// </summary>
internal static class WalkBack
{
    /// <summary>Pages in one question; with 50 on a page no more than a few megabytes are held.</summary>
    internal const int PagesAtOnce = 8;
    internal const int EmptyAtOnce = 10;

    // A hundred thousand notifications and some; a server that goes on for ever is not followed for ever.
    private const int PagesInAll = 2_500;
    private const int KnownLimit = 200;
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private const int EdgeLimit = 50;
    private static readonly TimeSpan Behind = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestBehind = TimeSpan.FromHours(24);

    /// <param name="Fresh">What is new, oldest first.</param>
    /// <param name="Next">Where the account stands once that was handed on.</param>
    /// <param name="Failure">The answer that was none; what came before it is still good.</param>
    internal sealed record Walked(IReadOnlyList<JsonElement> Fresh, Place Next, bool More, XrpcAnswer? Failure);

    /// <param name="ask">A page by its cursor; the newest with null.</param>
    /// <param name="hash">Of an address, keyed.</param>
    public static async Task<Walked> FromAsync(
        Place place,
        Func<string?, Task<XrpcAnswer>> ask,
        Func<string, string> hash,
        DateTimeOffset now
    )
    {
        var walk = new Walk(place, hash, now);
        for (var pages = 0; pages < PagesAtOnce + walk.Empty && walk.Empty < EmptyAtOnce; pages++)
        {
            var answer = await ask(walk.Page);
            if (!answer.IsOk)
            {
                return walk.End(answer);
            }

            if (walk.Take(answer.Body))
            {
                break;
            }
        }

        return walk.End(null);
    }

    private sealed class Walk(Place place, Func<string, string> hash, DateTimeOffset now)
    {
        private readonly HashSet<string> known = [.. place.Known];
        private readonly List<JsonElement> fresh = [];
        private readonly List<string> seen = [];
        private DateTimeOffset top = place.Gap?.Top ?? place.At;
        private int pages = place.Gap?.Pages ?? 0;
        private bool isOver;
        private int past;

        public string? Page { get; private set; } = place.Gap?.Page;

        public int Empty { get; private set; }

        /// <summary>True when the place of before is reached, or there is no more.</summary>
        public bool Take(JsonElement body)
        {
            var notifications = body.Get("notifications").Each().ToArray();
            var oldest = notifications.Length == 0 ? now : notifications.Min(one => Told.Moment(one, "indexedAt", now));
            fresh.AddRange(notifications.Where(IsNew));
            var told = body.Text("cursor") is { Length: <= 500 } cursor ? cursor : null;
            var next = told is null || Nudged(told) is var nudged && nudged == Page ? told : nudged;
            pages++;
            Empty += notifications.Length == 0 ? 1 : 0;
            past += oldest < place.At ? 1 : 0;
            isOver = next is null || next == Page || pages >= PagesInAll || oldest < place.At - Behind || past > 1;
            Page = next ?? Page;
            return isOver;
        }

        // A page that fails keeps the walk where it was; empty pages without an end are the end.
        public Walked End(XrpcAnswer? failure)
        {
            fresh.Reverse();
            // On a walk that goes on the newest were seen first; those at its edge may come once more.
            string[] newest = place.Gap is null ? [.. seen, .. place.Known] : [.. place.Known.Take(KnownLimit), .. seen];
            string[] kept = [.. newest.Distinct().Take(KnownLimit)];
            var stands = place with { Known = kept };
            var done = isOver || failure is null && Empty >= EmptyAtOnce;
            var next =
                done ? stands with { At = top, Gap = null }
                : Page is null || failure is not null && fresh.Count == 0 ? place
                : stands with { Known = [.. kept.Union(seen.TakeLast(EdgeLimit))], Gap = new(Page, top, pages) };
            return new(fresh, next, !done && failure is null, failure);
        }

        // A cursor that is a moment leaves out what shares it to the millisecond and did not fit on the page: one later, and those come too.
        private static string Nudged(string cursor) =>
            DateTimeOffset.TryParseExact(
                cursor,
                Moment,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var at
            )
                ? at.AddMilliseconds(1).ToString(Moment, CultureInfo.InvariantCulture)
                : cursor;

        private bool IsNew(JsonElement notification)
        {
            var at = Told.Moment(notification, "indexedAt", now);
            top = at > top ? at : top;
            if (notification.Text("uri") is not { } uri)
            {
                return at > place.At;
            }

            var mark = hash($"{uri}|{notification.Text("reason")}");
            seen.Add(mark);
            return (at >= place.At - LongestBehind || IsMade(uri)) && known.Add(mark);
        }

        // An author's clock may be years behind; the key of the post tells when it was really made.
        private bool IsMade(string uri) => Tid.Moment(AtUri.Key(uri)) is { } made && made >= place.At - Behind && made <= now + Behind;
    }
}
