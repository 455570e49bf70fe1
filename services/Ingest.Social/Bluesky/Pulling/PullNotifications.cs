using System.Text.Json;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Pulling;
using WebcareHub.Channels.Receiving;
using WebcareHub.EventStore;
using WebcareHub.Ingest.Social.Bluesky.Calling;
using WebcareHub.Ingest.Social.Bluesky.Reading;

namespace WebcareHub.Ingest.Social.Bluesky.Pulling;

/// <summary>Asks what happened to an account: who named, answered or quoted it, and its direct messages.</summary>
internal sealed class PullNotifications(Sessions.Sessions sessions, Xrpc xrpc, PullChat chat, Pseudonyms pseudonyms, TimeProvider time)
    : IPullChannel
{
    private const string Method = "app.bsky.notification.listNotifications?limit=50&reasons=mention&reasons=reply&reasons=quote";
    private const string Away = "Bluesky geeft geen antwoord. Er wordt vanzelf opnieuw gevraagd.";
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Quickest = TimeSpan.FromSeconds(2);

    // 3,000 calls in five minutes per address are allowed; this leaves a third for answers, sessions and pictures.
    private const double CallsPerSecond = 6.5;
    private const double CallsPerRound = 1.5;

    public string Channel => Contracts.Channel.Bluesky;

    /// <summary>Two seconds, or longer when so many accounts live at the same server that its limit would be met.</summary>
    public TimeSpan Rhythm(Account account, int accounts) => RhythmOf(sessions.Neighbours(account));

    public async Task<Pulled> PullAsync(Account account, string? cursor, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var (session, trouble) = await sessions.OpenAsync(account, ct);
        if (session is null)
        {
            // What is put right should show soon; until then nothing is called.
            return Pulled.Failed(cursor, trouble!.Sentence, trouble.Repair ? AfterTrouble : trouble.After);
        }

        if (xrpc.PauseOf(session.Server) is { Ticks: > 0 } pause)
        {
            return new(null, default, cursor, After: pause);
        }

        var place = Place.Read(cursor) ?? Start(now);
        var walked = await WalkBack.FromAsync(place, page => AskAsync(account, page, ct), uri => pseudonyms.Hash(uri)[..16], now);
        var talked = await chat.AskAsync(account, place.Chat, RhythmOf(sessions.Neighbours(account)) * 2, ct);
        var items = Read(account, walked.Fresh, now).Concat(talked.Items).ToArray();
        var next = (walked.Next with { Chat = talked.Cursor }).Write();
        var read = items.Length == 0 ? null : new ReadPost(items, items.Any(item => item.Kind == "unreadable"));
        return walked.Failure is { } failure
            ? new(read, Body(walked.Fresh, talked, read), next, After: failure.After, Failure: failure.Trouble?.Sentence ?? Away)
            : new(read, Body(walked.Fresh, talked, read), next, walked.More || talked.More);
    }

    internal static TimeSpan RhythmOf(int neighbours) =>
        TimeSpan.FromSeconds(Math.Max(Quickest.TotalSeconds, neighbours * CallsPerRound / CallsPerSecond));

    // An account that is new here: what was asked in the last hour may still wait for an answer.
    private static Place Start(DateTimeOffset now) => new(now.AddHours(-1), []);

    private Task<XrpcAnswer> AskAsync(Account account, string? page, CancellationToken ct) =>
        sessions.AskAsync(account, new(page is null ? Method : $"{Method}&cursor={Uri.EscapeDataString(page)}"), ct);

    private static IEnumerable<PostItem> Read(Account account, IEnumerable<JsonElement> fresh, DateTimeOffset now) =>
        fresh.Select(one => Envelope.Guarded(account.Id, () => ReadNotification.From(account.Id, one, now)));

    // Only what is new is kept when something in it could not be read: the page holds much that came before.
    private static ReadOnlyMemory<byte> Body(IReadOnlyList<JsonElement> fresh, PullChat.Talked talked, ReadPost? read)
    {
        if (read is not { KeepBody: true })
        {
            return default;
        }

        using var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        Write(json, "notifications", fresh);
        Write(json, "logs", talked.Logs);
        json.WriteEndObject();
        json.Flush();
        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<JsonElement> elements)
    {
        json.WriteStartArray(name);
        foreach (var element in elements)
        {
            json.WriteRawValue(element.GetRawText(), skipInputValidation: true);
        }

        json.WriteEndArray();
    }
}
