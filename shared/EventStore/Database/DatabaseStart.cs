using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace WebcareHub.EventStore;

/// <summary>
/// Runs in the host's starting phase, before any hosted service, consumer or endpoint: migrations, then the deletions a restored backup does
/// not know. Waits as long as the database is away.
/// </summary>
internal sealed class DatabaseStart(Migrations migrations, DeletionReplay deletions, ILogger<DatabaseStart> log) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        while (!await TryMigrateAsync(cancellationToken))
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> TryMigrateAsync(CancellationToken ct)
    {
        try
        {
            await migrations.RunAsync(ct);
            await deletions.RunAsync(ct);
            return true;
        }
        catch (NpgsqlException e) when (e.IsTransient)
        {
            log.LogWarning("The database is away ({Reason}); trying again", e.Message);
            return false;
        }
    }
}
