using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.Bus;

namespace WebcareHub.Channels.Files;

/// <summary>Tells Routing that a file is stored, or never will be, until the broker holds it.</summary>
internal sealed class TellFiles(Adapters adapters, Database database, OutgoingBus bus, Wake wake, ILogger<TellFiles> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = wake.Next;
            try
            {
                if (await RoundAsync(stoppingToken) == 0)
                {
                    await Wake.AwaitAsync(next, stoppingToken);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("News of files waits: {Failure}", exception.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<int> RoundAsync(CancellationToken ct)
    {
        await using var connection = await database.Timer.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var untold = await FileRows.UntoldAsync(connection, adapters.Codes, ct);
        if (untold.Count == 0)
        {
            return 0;
        }

        await Task.WhenAll(untold.Select(file => bus.SendAsync(Queues.RoutingOutcomes, file, ct)));
        await using var told = new NpgsqlCommand("update channels.files set told = true where file_id = any($1)", connection).With(
            untold.Select(file => file.FileId).ToArray()
        );
        await told.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return untold.Count;
    }
}
