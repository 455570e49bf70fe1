using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Receiving;

namespace WebcareHub.Channels.Pulling;

/// <summary>
/// Asks one pull channel for what is new, account by account. The cursor moves on only when everything before it is in the broker's hands: a crash
/// in between reads it again, and Routing knows what it has.
/// </summary>
public sealed class Puller<TChannel>(
    TChannel channel,
    PullRows rows,
    AccountBook accounts,
    AccountSigns signs,
    Reception reception,
    ILogger<Puller<TChannel>> log
) : BackgroundService
    where TChannel : class, IPullChannel
{
    private const int AtOnce = 32;
    private const int LongestRun = 50;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan OneQuestion = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<(string App, string Id), bool> hurried = new();

    // Who is hurried while a round goes on is asked once more after it: the answer may have been on its way already.
    private readonly ConcurrentDictionary<(string App, string Id), bool> running = new();
    private readonly SemaphoreSlim free = new(AtOnce);
    private readonly Stopwatch sinceRenewal = Stopwatch.StartNew();

    /// <summary>There may be something new: asked for at the next tick.</summary>
    public void Hurry(Account account) => hurried[(account.App, account.Id)] = true;

    /// <summary>Waits until every account that is being asked was given back.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        for (var i = 0; i < AtOnce && !cancellationToken.IsCancellationRequested; i++)
        {
            await free.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Asking on {Channel} pauses: {Failure}", channel.Channel, exception.GetType().Name);
            }

            await Task.Delay(Tick, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RoundAsync(CancellationToken ct)
    {
        var known = accounts.Of(channel.Channel).ToArray();
        await rows.EnsureAsync(known, ct);
        await RenewAsync(ct);
        var now = hurried.Keys.Where(one => !running.ContainsKey(one)).ToArray();
        foreach (var one in now)
        {
            hurried.TryRemove(one, out _);
        }

        foreach (var due in await rows.ClaimAsync(channel.Channel, now, free.CurrentCount, ct))
        {
            await free.WaitAsync(ct);
            running[(due.App, due.Account)] = true;
            _ = RunAsync(due, known.Length, ct);
        }
    }

    private async Task RenewAsync(CancellationToken ct)
    {
        if (!running.IsEmpty && sinceRenewal.Elapsed > Renewal)
        {
            await rows.RenewAsync(channel.Channel, [.. running.Keys], ct);
            sinceRenewal.Restart();
        }
    }

    private async Task RunAsync(PullRows.Due due, int count, CancellationToken ct)
    {
        try
        {
            if (accounts.Find(channel.Channel, due.App, due.Account) is { } account)
            {
                var last = await AskAsync(account, due.Cursor, ct);
                await rows.ReleaseAsync(account, last.After ?? channel.Rhythm(account, count), ct);
            }
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            log.LogWarning("An account of {Channel} is asked again later: {Failure}", channel.Channel, exception.GetType().Name);
            await LetGoAsync(due, AfterTrouble, ct);
        }
        catch (OperationCanceledException)
        {
            // Who starts after this one need not wait for the lease to end.
            await LetGoAsync(due, TimeSpan.Zero, CancellationToken.None);
        }
        finally
        {
            running.TryRemove((due.App, due.Account), out _);
            free.Release();
        }
    }

    // The cursor has not moved past anything that was not handed on. With the database away the lease ends by itself.
    private async Task LetGoAsync(PullRows.Due due, TimeSpan after, CancellationToken ct)
    {
        try
        {
            if (accounts.Find(channel.Channel, due.App, due.Account) is { } account)
            {
                await rows.ReleaseAsync(account, after, ct);
            }
        }
        catch (Exception exception)
        {
            log.LogInformation("An account of {Channel} waits for its lease: {Failure}", channel.Channel, exception.GetType().Name);
        }
    }

    private async Task<Pulled> AskAsync(Account account, string? cursor, CancellationToken ct)
    {
        for (var question = 1; ; question++)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(OneQuestion);
            var pulled = await channel.PullAsync(account, cursor, limit.Token);
            if (pulled.Read is { Items.Count: > 0 } read)
            {
                await reception.AcceptAsync(account.Channel, account.App, read, pulled.Body, ct);
            }

            if (pulled.Cursor is not null && pulled.Cursor != cursor)
            {
                await rows.MoveAsync(account, pulled.Cursor, ct);
            }

            Show(account, pulled);
            cursor = pulled.Cursor;
            if (!pulled.More || question >= LongestRun)
            {
                return pulled.More ? pulled with { After = TimeSpan.Zero } : pulled;
            }
        }
    }

    private void Show(Account account, Pulled pulled)
    {
        if (pulled.Failure is { } sentence)
        {
            signs.Failed(account.Channel, account.App, account.Id, sentence);
        }
        else
        {
            signs.Well(account.Channel, account.App, account.Id);
        }
    }
}
