using System.Collections.Concurrent;
using System.Text.Json;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Pulling;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Ingest.Social.Mastodon.Calling;
using WebcareHub.Ingest.Social.Mastodon.Reading;

namespace WebcareHub.Ingest.Social.Mastodon.Pulling;

/// <summary>
/// What the server keeps apart: private mentions, and those of new or limited accounts. The list of notifications is asked to hold them; a server
/// that leaves them out all the same tells the last one of each person here.
/// </summary>
internal sealed class FilteredRequests(ServerClient client, Threads threads, TimeProvider time)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstTime = TimeSpan.FromDays(1);
    private readonly ConcurrentDictionary<(string App, string Id), DateTimeOffset> next = new();
    private readonly ConcurrentDictionary<(string App, string Id), TimeSpan> rhythm = new();

    /// <param name="neighbours">How many accounts the server has: many take turns, over a longer time.</param>
    public bool IsDue(Account account, int neighbours)
    {
        var turn = Shortest * Math.Max(1, neighbours / 50.0);
        rhythm[(account.App, account.Id)] = turn;
        return next.GetOrAdd(
                (account.App, account.Id),
                _ => time.GetUtcNow() + (neighbours < 10 ? TimeSpan.Zero : turn * Random.Shared.NextDouble())
            ) <= time.GetUtcNow();
    }

    /// <summary>Null when there is nothing new, or the server keeps nothing apart.</summary>
    public async Task<Pulled?> PullAsync(Account account, Origin origin, Cursor cursor, CancellationToken ct)
    {
        next[(account.App, account.Id)] = time.GetUtcNow() + rhythm.GetValueOrDefault((account.App, account.Id), Shortest);
        var answer = await client.GetAsync(account, "api/v1/notifications/requests?limit=40", ct);
        using var document = answer.IsWell ? ReadList.Parse(answer.Body) : null;
        if (document is not { RootElement: { ValueKind: JsonValueKind.Array } list })
        {
            return null;
        }

        var since = ReadStatus.Moment(cursor.Requests, origin.At - FirstTime);
        var news = list.EnumerateArray().Where(request => At(request, origin) > since && !IsSeen(request, cursor)).ToArray();
        if (news.Length == 0)
        {
            return null;
        }

        var rootOf = await threads.OfAsync(account, list, ct);
        var read = news.Select(request => ReadList.Read(origin, request, rootOf)).ToArray();
        var items = read.SelectMany(one => one.Items).ToArray();
        var newest = news.MaxBy(request => At(request, origin)).Text("updated_at");
        return new(
            new ReadPost(items, read.Any(one => one.KeepBody)),
            answer.Body,
            (cursor with { Requests = newest }).Write(),
            More: true
        );
    }

    private static DateTimeOffset At(JsonElement request, Origin origin) => ReadStatus.Moment(request.Text("updated_at"), origin.At);

    private static bool IsSeen(JsonElement request, Cursor cursor) =>
        request.Get("last_status").Text("id") is not { } id || (cursor.Recent ?? []).Any(seen => seen.Id == id);
}
