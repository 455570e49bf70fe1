using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WebcareHub.EventStore;

namespace WebcareHub.Channels.Forgetting;

/// <summary>
/// What only served to send or to repair is removed in time: texts of answers in the outbox after <c>Retention:OutboundDays</c> (30). Raw bodies
/// go when the municipality's blueprint says so (<see cref="EndKeeping"/>), and after <c>Retention:BodyDays</c> (365, the longest that a
/// blueprint can say) at the latest.
/// </summary>
internal sealed class Retention(Database database, TimeProvider time, IConfiguration configuration, ILogger<Retention> log)
    : BackgroundService
{
    private readonly TimeSpan bodies = TimeSpan.FromDays(configuration.GetValue("Retention:BodyDays", 365));
    private readonly TimeSpan outbound = TimeSpan.FromDays(configuration.GetValue("Retention:OutboundDays", 30));

    /// <summary>Longer than anything stays in a queue.</summary>
    private static readonly TimeSpan UnderWay = TimeSpan.FromDays(30);

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
                log.LogWarning("Retention waits: {Failure}", exception.GetType().Name);
            }

            await Task.Delay(TimeSpan.FromMinutes(10), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RoundAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await database
            .Timer.CreateCommand("delete from channels.bodies where accepted_at < $1")
            .With(now - bodies)
            .ExecuteNonQueryAsync(ct);
        await database.Timer.CreateCommand("delete from channels.forgotten where at < $1").With(now - UnderWay).ExecuteNonQueryAsync(ct);
        await database
            .Timer.CreateCommand(
                "update channels.outbound set content = null, fingerprint = null where content is not null and state in (3, 4, 5, 6) and changed_at < $1"
            )
            .With(now - outbound)
            .ExecuteNonQueryAsync(ct);
    }
}
