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
/// Asks an account's server for mentions and quotes, page by page upwards from the last one that was handed on: the stream only says when. An
/// account that is new begins a day back.
/// </summary>
internal sealed class PullNotifications(
    ServerClient client,
    Servers servers,
    Pace pace,
    Threads threads,
    LookAgain again,
    FilteredRequests requests,
    AccountBook accounts,
    TimeProvider time
) : IPullChannel
{
    private const int PageSize = 40;
    private const int FarthestBack = 25;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan FirstTime = TimeSpan.FromDays(1);

    public string Channel => Contracts.Channel.Mastodon;

    public TimeSpan Rhythm(Account account, int accounts) => pace.Rhythm(Neighbours(account), Shortest);

    public async Task<Pulled> PullAsync(Account account, string? cursor, CancellationToken ct)
    {
        if (account is not { AccessToken.Length: > 0, Server: { } server } || !client.MayCall(server))
        {
            return Pulled.Failed(cursor, PullFailures.NoAccess, AfterRefusal);
        }

        if (pace.ToAsk(account) is { Ticks: > 0 } wait)
        {
            return new(null, default, cursor, After: wait);
        }

        try
        {
            if (Cursor.Read(cursor).Own is { } known)
            {
                servers.Remember(account, known);
            }

            await servers.FactsAsync(account, ct);
            var origin = new Origin(account.Id, servers.OwnKnown(account)?.Id ?? "", null, time.GetUtcNow());
            return await PullAsync(account, origin, cursor, ct);
        }
        catch (OperationCanceledException)
        {
            return Pulled.Failed(cursor, PullFailures.Of(account, new(null, [])));
        }
    }

    private async Task<Pulled> PullAsync(Account account, Origin origin, string? told, CancellationToken ct)
    {
        var cursor = Cursor.Read(told);
        var answer = cursor.Notification is null ? await BeginAsync(account, origin, ct) : await AskAsync(account, cursor, "min_id", ct);
        using var document = answer.IsWell ? ReadList.Parse(answer.Body) : null;
        if (document is not { RootElement: { ValueKind: JsonValueKind.Array } list })
        {
            return answer.Status == HttpStatusCode.TooManyRequests
                ? new(null, default, told, After: pace.ToAnswer(account))
                : Failed(account, told, answer);
        }

        if (list.GetArrayLength() > 0)
        {
            return await ReadAsync(account, origin, cursor, (answer, list), ct);
        }

        return (again.IsDue(account, cursor) ? await again.PullAsync(account, origin, cursor, ct) : null)
            ?? (requests.IsDue(account, Neighbours(account)) ? await requests.PullAsync(account, origin, cursor, ct) : null)
            ?? new(null, default, cursor.Write());
    }

    // Back to the page on which the day before begins: from there on it is upwards.
    private async Task<Answer> BeginAsync(Account account, Origin origin, CancellationToken ct)
    {
        var page = await AskAsync(account, new(), "max_id", ct);
        for (var pages = 1; pages < FarthestBack; pages++)
        {
            using var document = page.IsWell ? ReadList.Parse(page.Body) : null;
            var oldest = document?.RootElement is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().LastOrDefault() : default;
            if (oldest.Text("id") is not { } id || ReadStatus.Moment(oldest.Text("created_at"), origin.At) < origin.At - FirstTime)
            {
                break;
            }

            var older = await AskAsync(account, new(page.InLink("next", "max_id") ?? id), "max_id", ct);
            if (!older.IsWell || older.Body.AsSpan().Trim("[] \r\n"u8).IsEmpty)
            {
                return older.IsWell ? page : older;
            }

            page = older;
        }

        return page;
    }

    // A page with something enormous in it is taken one by one.
    private async Task<Answer> AskAsync(Account account, Cursor cursor, string side, CancellationToken ct)
    {
        var from = cursor.Notification is { } id ? $"&{side}={Uri.EscapeDataString(id)}" : "";
        var path = $"api/v1/notifications?types[]=mention&types[]=quote&include_filtered=true{from}&limit=";
        var answer = await client.GetAsync(account, path + PageSize, ct);
        answer = answer.TooLarge ? await client.GetAsync(account, path + 1, ct) : answer;
        return answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity
            ? await client.GetAsync(account, $"api/v1/notifications?types[]=mention{from}&limit={PageSize}", ct)
            : answer;
    }

    private async Task<Pulled> ReadAsync(
        Account account,
        Origin origin,
        Cursor cursor,
        (Answer Answer, JsonElement List) page,
        CancellationToken ct
    )
    {
        var newest = page.Answer.InLink("prev", "min_id") ?? page.List.EnumerateArray().First().Text("id");
        if (newest is null || newest == cursor.Notification)
        {
            return Failed(account, cursor.Write(), page.Answer);
        }

        if (cursor.Recent is null)
        {
            again.Later(account);
        }

        cursor = cursor with { Own = cursor.Own ?? OwnIn(origin, page.List) };
        var rootOf = await threads.OfAsync(account, page.List, ct);
        var read = ReadList.Read(origin, page.List, rootOf);
        var items = cursor.Notification is null ? read.Items.Where(item => IsNew(item, origin)).ToArray() : read.Items;
        var seen = page.List.EnumerateArray().Reverse().Select(one => one.Get("status")).Select(Seen).OfType<Cursor.Seen>();
        var moved = (cursor with { Notification = newest }).With(seen);
        // One alone is all there is: asking once more would take half of what a busy server allows.
        var more = page.List.GetArrayLength() > 1 || again.IsDue(account, moved) || requests.IsDue(account, Neighbours(account));
        return new(new ReadPost(items, read.KeepBody), page.Answer.Body, moved.Write(), More: more);
    }

    // Who is named in a message to the account is, among others, the account.
    private static string? OwnIn(Origin origin, JsonElement list) =>
        origin.OwnId.Length > 0
            ? origin.OwnId
            : list.EnumerateArray()
                .SelectMany(one => one.Get("status").Get("mentions").Each())
                .Where(origin.Is)
                .Select(mention => mention.Text("id"))
                .FirstOrDefault(Place.IsId);

    private static bool IsNew(PostItem item, Origin origin) =>
        item is not ForRouting { Content: Contracts.Bus.InboundMessage message } || message.SentAt > origin.At - FirstTime;

    private static Cursor.Seen? Seen(JsonElement? status) =>
        status.Text("id") is { } id && Place.IsId(id) ? new(id, status.Text("edited_at")) : null;

    private Pulled Failed(Account account, string? cursor, Answer answer)
    {
        var refused = answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
        if (refused)
        {
            servers.Forget(account);
        }

        return Pulled.Failed(cursor, PullFailures.Of(account, answer), refused ? AfterRefusal : AfterTrouble);
    }

    private int Neighbours(Account account) => accounts.Of(Channel).Count(other => other.Server == account.Server);
}
