using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace WebcareHub.EventStore;

/// <summary>
/// Tells the feeds of all processes that there is something new. After the commit and at most once per 5 ms: inside the append a notification
/// takes a lock over the whole server and costs two thirds of the throughput.
/// </summary>
internal sealed class CommitNotifier(Database database, ILogger<CommitNotifier> log) : BackgroundService
{
    internal const string Topic = "webcare_events";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private readonly Channel<bool> _commits = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }
    );

    /// <summary>Costs nothing: the coming notification covers every commit before it.</summary>
    internal void Committed() => _commits.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var notify = database.Feed.CreateCommand($"notify {Topic}");
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await _commits.Reader.ReadAsync(stoppingToken);
                await notify.ExecuteNonQueryAsync(stoppingToken);
                await Task.Delay(Pause, stoppingToken);
            }
            catch (NpgsqlException e)
            {
                log.LogDebug("No notification: {Reason}; the feeds poll", e.Message);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }
}
