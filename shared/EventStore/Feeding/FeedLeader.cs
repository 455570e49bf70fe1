using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace WebcareHub.EventStore;

/// <summary>
/// Leads, in this process, the subscribers no other process leads. Its one connection holds their locks, listens for commits and reads the
/// settled horizon; when it closes, the leadership is gone with it and another process takes over.
/// </summary>
internal sealed class FeedLeader(IEnumerable<IFeedSubscriber> subscribers, FeedSource source, FeedMetrics metrics, ILogger<FeedLeader> log)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LockEvery = TimeSpan.FromSeconds(1);
    private readonly IFeedSubscriber[] _subscribers = [.. subscribers];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (_subscribers.Length > 0 && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LeadAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException or InvalidOperationException)
            {
                log.LogWarning("The feed lost its connection ({Reason}); starting again", e.Message);
                await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task LeadAsync(CancellationToken stop)
    {
        using var leading = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var runs = new Dictionary<string, Task>(StringComparer.Ordinal);
        var horizon = new Horizon();
        await using var connection = await source.OpenLineAsync(stop);
        try
        {
            await ExecuteAsync(connection, $"listen {CommitNotifier.Topic}", stop);
            for (var nextLocks = 0L; ; )
            {
                if (runs.Count < _subscribers.Length && Environment.TickCount64 >= nextLocks)
                {
                    await TakeLocksAsync(connection, runs, horizon, leading.Token);
                    nextLocks = Environment.TickCount64 + (long)LockEvery.TotalMilliseconds;
                }
                horizon.MoveTo(await SettledHorizon.ReadAsync(connection, stop));
                await connection.WaitAsync(Poll, stop);
            }
        }
        finally
        {
            await leading.CancelAsync();
            await Task.WhenAll(runs.Values);
        }
    }

    private async Task TakeLocksAsync(
        NpgsqlConnection connection,
        Dictionary<string, Task> runs,
        Horizon horizon,
        CancellationToken leading
    )
    {
        foreach (var subscriber in _subscribers.Where(subscriber => !runs.ContainsKey(subscriber.Name)))
        {
            await using var command = new NpgsqlCommand(
                "select pg_try_advisory_lock(hashtextextended('webcare.feed/' || $1, 0))",
                connection
            );
            command.Parameters.Add(new() { Value = subscriber.Name });
            if (await command.ExecuteScalarAsync(leading) is true)
            {
                log.LogInformation("Leading {Subscriber}", subscriber.Name);
                runs.Add(subscriber.Name, new FeedRun(subscriber, source, horizon, metrics, log).RunAsync(leading));
            }
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
