using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Pulling;
using WebcareHub.Contracts;
using WebcareHub.Ingest.Social.Mastodon.Calling;
using WebcareHub.Ingest.Social.Mastodon.Pulling;

namespace WebcareHub.Ingest.Social.Mastodon.Streaming;

/// <summary>Keeps a stream open for every account, and opens it again when it breaks off; a new token or server is a new stream.</summary>
internal sealed class Streams(
    AccountBook accounts,
    ReadStream reader,
    Servers servers,
    Pace pace,
    Puller<PullNotifications> puller,
    LookAgain again,
    ILogger<Streams> log
) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Dictionary<Account, (CancellationTokenSource Stop, Task Running)> running = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await FollowAsync(stoppingToken);
            await Task.Delay(Tick, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(running.Values.Select(one => one.Running));
    }

    private async Task FollowAsync(CancellationToken ct)
    {
        var wanted = accounts.Of(Channel.Mastodon).Where(account => account is { AccessToken.Length: > 0, Server: not null }).ToHashSet();
        foreach (var account in running.Keys.Where(account => !wanted.Contains(account)).ToArray())
        {
            var (stop, ended) = running[account];
            await stop.CancelAsync();
            await ended;
            stop.Dispose();
            running.Remove(account);
        }

        foreach (var (place, account) in wanted.Where(account => !running.ContainsKey(account)).Index())
        {
            var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
            running[account] = (stop, KeepOpenAsync(account, place, stop.Token));
            puller.Hurry(account);
        }
    }

    private async Task KeepOpenAsync(Account account, int place, CancellationToken ct)
    {
        // Not all at once at one server.
        var wait = TimeSpan.FromMilliseconds(Math.Min(place * 50, 30_000));
        while (!ct.IsCancellationRequested)
        {
            await Task.Delay(wait, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await KnownAsync(account, ct);
            var held = false;
            try
            {
                await foreach (var news in reader.ReadAsync(account, ct))
                {
                    held = Hear(account, news.Hurry, held);
                }
            }
            catch (Exception exception) when (!ct.IsCancellationRequested)
            {
                log.LogDebug("A stream breaks off: {Failure}", exception.GetType().Name);
            }
            catch (OperationCanceledException) { }

            wait = held ? TimeSpan.FromMilliseconds(Random.Shared.Next(200, 1500)) : Next(wait);
        }
    }

    // Where a server's stream is, is asked once for all its accounts, with the first of them that is asked for.
    private async Task KnownAsync(Account account, CancellationToken ct)
    {
        while (!servers.IsKnown(account) && !ct.IsCancellationRequested)
        {
            await Task.Delay(Tick, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // The first word of the server: it listens for us from now on, and what came before is to be asked for.
    private bool Hear(Account account, bool hurry, bool held)
    {
        if (hurry)
        {
            pace.HasNews(account);
        }

        if (!held)
        {
            again.Soon(account);
        }

        if (hurry || !held)
        {
            puller.Hurry(account);
        }

        return true;
    }

    private static TimeSpan Next(TimeSpan wait) =>
        TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Max(1, wait.TotalSeconds * 2) * (0.8 + Random.Shared.NextDouble() * 0.4)));
}
