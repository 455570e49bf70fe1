using Npgsql;
using WebcareHub.Channels;
using WebcareHub.EventStore;

namespace WebcareHub.Ingest.Chat.Forgetting;

/// <summary>
/// What has served its purpose here goes: an upload once it is stored for the resident (or never will be), one that was never sent after a day,
/// and a conversation that the visitor has not used for <c>Retention:ChatDays</c> (30). What colleagues see stays where it is.
/// </summary>
internal sealed class Sweep(Database database, TimeProvider time, IConfiguration configuration, ILogger<Sweep> log) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(10);
    private readonly TimeSpan unused = TimeSpan.FromDays(configuration.GetValue("Retention:ChatDays", 30));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Rhythm, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Sweeping the chat waits: {Failure}", exception.GetType().Name);
            }
        }
    }

    internal async Task RoundAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.Timer.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(
                    """
                    update chat.files f set content = null, details = null from channels.files stored
                    where f.content is not null and stored.file_id = f.file_id and stored.state > 0
                    """
                ),
                new NpgsqlBatchCommand("delete from chat.files where content is not null and not announced and at < $1").With(
                    now - TimeSpan.FromDays(1)
                ),
                new NpgsqlBatchCommand("delete from chat.visits where used_at < $1").With(now - unused),
            },
        };
        await batch.ExecuteNonQueryAsync(ct);
    }
}
