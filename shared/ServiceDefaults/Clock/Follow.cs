using Microsoft.Extensions.Hosting;
using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.ServiceDefaults.Clock;

/// <summary>Development only: takes over what any process wrote in <c>hub.clock</c>, within a fifth of a second.</summary>
internal sealed class Follow(Database database, HubClock clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(200));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using NpgsqlCommand command = database.Timer.CreateCommand("select offset_seconds from hub.clock");
                clock.MoveTo((long)(await command.ExecuteScalarAsync(stoppingToken) ?? 0L));
            }
            catch (NpgsqlException)
            {
                // The database is away: the clock stays where it was.
            }
        }
    }
}
