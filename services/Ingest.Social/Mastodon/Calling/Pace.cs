using System.Globalization;
using System.Net;
using WebcareHub.Channels.Accounts;

namespace WebcareHub.Ingest.Social.Mastodon.Calling;

/// <summary>
/// Stays within what servers allow: 300 calls in five minutes for an account and for one caller, whatever accounts it has there. What the server
/// tells is believed; before it tells, we count ourselves. Answers of colleagues go first, then accounts of which the stream said that there is a
/// message; who only closes a gap leaves room for both, and waits for a turn of its own.
/// </summary>
internal sealed class Pace(IConfiguration configuration, TimeProvider time)
{
    // Full bucket plus what flows in within five minutes is what a server allows: 60 + 300 s × 0.8.
    private const double Full = 60;
    private const double KeptForAnswers = 10;
    private const double KeptForNews = 20;

    // What a round of an account that was away takes, with its neighbours behind it.
    private const double CallsPerTurn = 1.25;

    private readonly double perSecond = configuration.GetValue("Platforms:Mastodon:CallsPerFiveMinutes", 300) * 0.8 / 300;
    private readonly Lock gate = new();
    private readonly Dictionary<string, Bucket> servers = [];
    private readonly Dictionary<(string Server, string Account), Told> accounts = [];
    private readonly Dictionary<string, DateTimeOffset> lastTurns = [];
    private readonly Dictionary<(string Server, string Account), DateTimeOffset> turns = [];
    private readonly HashSet<(string Server, string Account)> news = [];

    /// <param name="Promised">Calls that were allowed and are yet to leave.</param>
    private sealed record Bucket(double Left, int Promised, DateTimeOffset At, DateTimeOffset NotBefore);

    private sealed record Told(DateTimeOffset NotBefore, DateTimeOffset AskNotBefore);

    /// <summary>The stream says that there is a message: this account goes before those that only close a gap.</summary>
    public void HasNews(Account account)
    {
        lock (gate)
        {
            news.Add(KeyOf(account));
        }
    }

    /// <summary>How long to wait before asking for this account again; zero when it may be asked, and one call is then kept for it.</summary>
    public TimeSpan ToAsk(Account account)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var server = BucketOf(account, now);
            var told = accounts.GetValueOrDefault(KeyOf(account));
            var until = Latest(server.NotBefore, told?.NotBefore ?? now, told?.AskNotBefore ?? now);
            var hurries = news.Contains(KeyOf(account));
            var missing = (hurries ? KeptForAnswers : KeptForAnswers + KeptForNews) + 1 - server.Left;
            var free = now + TimeSpan.FromSeconds(Math.Max(0, missing / perSecond));
            if (free > now || until > now)
            {
                return Latest(until, hurries || free == now ? free : TurnAfter(account, free)) - now;
            }

            news.Remove(KeyOf(account));
            turns.Remove(KeyOf(account));
            servers[NameOf(account)] = server with { Left = server.Left - 1, Promised = server.Promised + 1 };
            return TimeSpan.Zero;
        }
    }

    /// <summary>How long an answer has to wait; only when the server itself said so.</summary>
    public TimeSpan ToAnswer(Account account)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            return Latest(BucketOf(account, now).NotBefore, accounts.GetValueOrDefault(KeyOf(account))?.NotBefore ?? now, now) - now;
        }
    }

    /// <summary>How far apart the rounds of an account are when nothing hurries, so that all of its neighbours have their turn.</summary>
    public TimeSpan Rhythm(int neighbours, TimeSpan shortest) =>
        TimeSpan.FromSeconds(Math.Max(shortest.TotalSeconds, neighbours * 1.5 / perSecond));

    /// <summary>A call leaves.</summary>
    public void Count(Account account)
    {
        lock (gate)
        {
            var server = BucketOf(account, time.GetUtcNow());
            servers[NameOf(account)] =
                server.Promised > 0 ? server with { Promised = server.Promised - 1 } : server with { Left = server.Left - 1 };
        }
    }

    /// <summary>What the headers of an answer tell. Some calls (files, deletions) have limits of their own, that say nothing about the others.</summary>
    public void Hear(Account account, HttpResponseMessage response, bool hasOwnLimit)
    {
        lock (gate)
        {
            Hear(account, response, (hasOwnLimit, time.GetUtcNow()));
        }
    }

    // One behind the other: who all come back at once find room for one of them.
    private DateTimeOffset TurnAfter(Account account, DateTimeOffset free)
    {
        if (turns.TryGetValue(KeyOf(account), out var own) && own > time.GetUtcNow())
        {
            return own;
        }

        var last = lastTurns.GetValueOrDefault(NameOf(account));
        return lastTurns[NameOf(account)] = turns[KeyOf(account)] = Latest(free, last + TimeSpan.FromSeconds(CallsPerTurn / perSecond));
    }

    private void Hear(Account account, HttpResponseMessage response, (bool HasOwnLimit, DateTimeOffset Now) call)
    {
        var now = call.Now;
        var left = Number(response, "X-RateLimit-Remaining");
        var reset = Reset(response, now);
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            Refuse(account, left, reset ?? now.AddSeconds(30));
        }
        else if (!call.HasOwnLimit && left is { } calls && reset is { } at)
        {
            var ask =
                calls <= 10 ? at
                : calls <= 100 ? now + (at - now) / calls * 2
                : now;
            accounts[KeyOf(account)] = new(calls == 0 ? at : now, ask);
        }
    }

    // The account had calls left, or nothing was said of it: then all its neighbours are refused too.
    private void Refuse(Account account, long? left, DateTimeOffset until)
    {
        accounts[KeyOf(account)] = new(until, until);
        if (left is null or > 0)
        {
            servers[NameOf(account)] = BucketOf(account, time.GetUtcNow()) with { NotBefore = until };
        }
    }

    private Bucket BucketOf(Account account, DateTimeOffset now) =>
        servers.TryGetValue(NameOf(account), out var bucket)
            ? bucket with
            {
                Left = Math.Min(Full, bucket.Left + Math.Max(0, (now - bucket.At).TotalSeconds) * perSecond),
                At = now,
            }
            : new(Full, 0, now, default);

    private static string NameOf(Account account) => account.Server!.AbsoluteUri;

    // A date on the network; some servers that speak its language give seconds since 1970.
    private static DateTimeOffset? Reset(HttpResponseMessage response, DateTimeOffset now)
    {
        var told = Header(response, "X-RateLimit-Reset");
        DateTimeOffset? at =
            long.TryParse(told, out var seconds) && seconds is > 0 and < 100_000_000_000 ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.TryParse(told, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date
            : Number(response, "Retry-After") is { } wait and >= 0 and <= 86_400 ? now.AddSeconds(wait)
            : null;
        var latest = now.AddMinutes(30);
        return at is null ? null
            : at < now ? now.AddSeconds(1)
            : at > latest ? latest
            : at;
    }

    private static DateTimeOffset Latest(params ReadOnlySpan<DateTimeOffset> moments)
    {
        var latest = moments[0];
        foreach (var moment in moments)
        {
            latest = moment > latest ? moment : latest;
        }

        return latest;
    }

    private static (string, string) KeyOf(Account account) => (NameOf(account), account.Id);

    private static long? Number(HttpResponseMessage response, string name) =>
        long.TryParse(Header(response, name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
