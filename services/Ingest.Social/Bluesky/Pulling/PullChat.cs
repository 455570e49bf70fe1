using System.Collections.Concurrent;
using System.Text.Json;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Ingest.Social.Bluesky.Calling;
using WebcareHub.Ingest.Social.Bluesky.Reading;

namespace WebcareHub.Ingest.Social.Bluesky.Pulling;

/// <summary>
/// The log of direct messages, from where it was read before. An account whose app password has no right to direct messages does without: it is
/// asked again after an hour.
/// </summary>
internal sealed class PullChat(Sessions.Sessions sessions, Names names, TimeProvider time)
{
    private const int PagesAtOnce = 5;
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(string App, string Id), DateTimeOffset> due = new();

    internal sealed record Talked(IReadOnlyList<PostItem> Items, IReadOnlyList<JsonElement> Logs, string? Cursor, bool More = false);

    /// <param name="rhythm">Not more often than this.</param>
    public async Task<Talked> AskAsync(Account account, string? cursor, TimeSpan rhythm, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var key = (account.App, account.Id);
        if (due.TryGetValue(key, out var at) && now < at)
        {
            return new([], [], cursor);
        }

        due[key] = now + rhythm;
        var start = cursor is null ? await StartAsync(account, ct) : new(cursor, null);
        if (start.Cursor is null)
        {
            due[key] = now + Wait(start.Refusal!);
            return new([], [], null);
        }

        return await FollowAsync(account, start.Cursor, now, ct);
    }

    private async Task<Talked> FollowAsync(Account account, string cursor, DateTimeOffset now, CancellationToken ct)
    {
        var logs = new List<JsonElement>();
        var more = true;
        for (var page = 0; page < PagesAtOnce && more; page++)
        {
            var answer = await LogAsync(account, cursor, ct);
            if (!answer.IsOk)
            {
                due[(account.App, account.Id)] = now + Wait(answer);
                more = false;
                break;
            }

            var found = answer.Body.Get("logs").Each().ToArray();
            var next = answer.Body.Text("cursor") is { Length: <= 500 } told ? told : cursor;
            more = found.Length > 0 && next != cursor;
            logs.AddRange(found);
            cursor = next;
        }

        var known = await names.OfAsync(account, logs.Select(SenderOf).OfType<string>(), ct);
        PostItem[] items = [.. logs.Select(one => Envelope.Guarded(account.Id, () => ReadChatLog.From(account.Id, one, now, known)))];
        if (more)
        {
            due.TryRemove((account.App, account.Id), out _);
        }

        return new(items, logs, cursor, more);
    }

    private Task<XrpcAnswer> LogAsync(Account account, string cursor, CancellationToken ct) =>
        sessions.AskAsync(account, new($"chat.bsky.convo.getLog?cursor={Uri.EscapeDataString(cursor)}", Chat: true), ct);

    // The log is followed from now: what was said before it was connected stays in the app.
    private async Task<(string? Cursor, XrpcAnswer? Refusal)> StartAsync(Account account, CancellationToken ct)
    {
        var answer = await sessions.AskAsync(account, new("chat.bsky.convo.listConvos?limit=100", Chat: true), ct);
        if (!answer.IsOk)
        {
            return (null, answer);
        }

        var newest = answer.Body.Get("convos").Each().Select(convo => convo.Text("rev")).OfType<string>().Max(StringComparer.Ordinal);
        return (newest ?? "2222222222222", null);
    }

    private static string? SenderOf(JsonElement log) =>
        log.Text("$type") == "chat.bsky.convo.defs#logCreateMessage" ? log.Get("message").Get("sender").Text("did") : null;

    private static TimeSpan Wait(XrpcAnswer answer) =>
        answer.After ?? (answer.Status is >= 400 and < 500 or 501 ? AfterRefusal : AfterTrouble);
}
