using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Pulling;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Ingest.Social.Mastodon.Calling;
using WebcareHub.Ingest.Social.Mastodon.Reading;

namespace WebcareHub.Ingest.Social.Mastodon.Pulling;

/// <summary>
/// Edits and deletions come by the stream alone, and not all of them: after it was away, and each hour, the last messages are looked at again.
/// </summary>
internal sealed class LookAgain(ServerClient client, TimeProvider time)
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<(string App, string Id), DateTimeOffset> next = new();

    /// <summary>The stream was away, or is there for the first time.</summary>
    public void Soon(Account account) => next[(account.App, account.Id)] = DateTimeOffset.MinValue;

    /// <summary>There is nothing yet that may have changed; what comes from now on the stream tells.</summary>
    public void Later(Account account) => next[(account.App, account.Id)] = time.GetUtcNow() + Rhythm;

    public bool IsDue(Account account, Cursor cursor) =>
        cursor.Recent is { Count: > 0 } && next.GetOrAdd((account.App, account.Id), _ => time.GetUtcNow() + Rhythm) <= time.GetUtcNow();

    /// <summary>Null when there is nothing new, or the server cannot be asked so.</summary>
    public async Task<Pulled?> PullAsync(Account account, Origin origin, Cursor cursor, CancellationToken ct)
    {
        var ids = string.Join('&', cursor.Recent!.Select(seen => $"id[]={seen.Id}"));
        var answer = await client.GetAsync(account, $"api/v1/statuses?{ids}", ct);
        using var document = answer.IsWell ? ReadList.Parse(answer.Body) : null;
        if (answer.Status is null || (int)answer.Status >= 500 || answer.Status == HttpStatusCode.TooManyRequests)
        {
            return null;
        }

        next[(account.App, account.Id)] = time.GetUtcNow() + Rhythm;
        if (document is not { RootElement.ValueKind: JsonValueKind.Array })
        {
            return null;
        }

        return await CompareAsync(account, origin, cursor, (answer, document.RootElement), ct);
    }

    private async Task<Pulled> CompareAsync(
        Account account,
        Origin origin,
        Cursor cursor,
        (Answer Answer, JsonElement List) told,
        CancellationToken ct
    )
    {
        var found = told.List.EnumerateArray().ToLookup(status => status.Text("id") ?? "");
        var items = new List<PostItem>();
        var kept = new List<Cursor.Seen>();
        foreach (var seen in cursor.Recent!)
        {
            if (found[seen.Id].FirstOrDefault() is { ValueKind: JsonValueKind.Object } status)
            {
                var edited = status.Text("edited_at");
                items.AddRange(edited is null || edited == seen.Edited ? [] : [ReadStatus.Edit(origin, status)]);
                kept.Add(seen with { Edited = edited });
            }
            else if (await IsGoneAsync(account, seen.Id, ct))
            {
                items.Add(ReadEvent.Deletion(origin, seen.Id));
            }
            else
            {
                kept.Add(seen);
            }
        }

        return new(new ReadPost(items, KeepBody: false), told.Answer.Body, (cursor with { Recent = kept }).Write(), More: true);
    }

    // Not in the list can mean more than gone; only the post itself says so.
    private async Task<bool> IsGoneAsync(Account account, string id, CancellationToken ct) =>
        (await client.GetAsync(account, $"api/v1/statuses/{id}", ct)).Status is HttpStatusCode.NotFound or HttpStatusCode.Gone;
}
