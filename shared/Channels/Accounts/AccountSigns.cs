using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.Channels.Accounts;

/// <summary>What shows how accounts are doing. Kept here and written every few seconds, so that no message waits for it; a crash loses a few seconds.</summary>
public sealed class AccountSigns(Database database, TimeProvider time, ILogger<AccountSigns> log) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<(string Channel, string App, string Id), Sign> signs = new();

    // Sent and failed keep which came last: what works again is well again.
    private sealed record Sign(
        DateTimeOffset? Received = null,
        DateTimeOffset? Sent = null,
        DateTimeOffset? Failed = null,
        string? Failure = null
    );

    /// <summary>Something came in for it, or the platform answered that there was nothing.</summary>
    public void Received(string channel, string app, string id) => Put(channel, app, id, (sign, now) => sign with { Received = now });

    /// <summary>The platform took something of it, so what was wrong no longer is.</summary>
    public void Sent(string channel, string app, string id) =>
        Put(channel, app, id, (sign, now) => sign with { Sent = now, Failed = now, Failure = null });

    /// <summary>The platform answers again.</summary>
    public void Well(string channel, string app, string id) =>
        Put(channel, app, id, (sign, now) => sign with { Failed = now, Failure = null });

    /// <summary>Somebody has to act.</summary>
    /// <param name="sentence">What a colleague reads, Dutch.</param>
    public void Failed(string channel, string app, string id, string sentence) =>
        Put(channel, app, id, (sign, now) => sign with { Failed = now, Failure = sentence });

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Rhythm, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await WriteAsync(CancellationToken.None);
            }
            catch (Exception exception)
            {
                log.LogInformation("How the accounts are doing is written later: {Failure}", exception.GetType().Name);
            }
        }
    }

    private void Put(string channel, string app, string id, Func<Sign, DateTimeOffset, Sign> change)
    {
        var now = time.GetUtcNow();
        signs.AddOrUpdate((channel, app, id), _ => change(new Sign(), now), (_, sign) => change(sign, now));
    }

    private async Task WriteAsync(CancellationToken ct)
    {
        var taken = signs.ToArray();
        if (taken.Length == 0)
        {
            return;
        }

        await using var connection = await database.Timer.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var ((channel, app, id), sign) in taken.OrderBy(one => one.Key))
        {
            batch.BatchCommands.Add(
                new NpgsqlBatchCommand(
                    """
                    update channels.accounts set received_at = coalesce($4, received_at), sent_at = coalesce($5, sent_at),
                        failure = case when $6::timestamptz is null then failure else $7 end,
                        failed_at = case when $6::timestamptz is null then failed_at when $7::text is null then null else $6 end
                    where channel = $1 and app = $2 and id = $3
                    """
                ).With(channel, app, id, sign.Received, sign.Sent, sign.Failed, sign.Failure)
            );
        }

        await batch.ExecuteNonQueryAsync(ct);
        foreach (var one in taken)
        {
            signs.TryRemove(one);
        }
    }
}
