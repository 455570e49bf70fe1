using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.ServiceDefaults.Authentication;

/// <summary>The rows of <c>hub.issuers</c>, read again every ten seconds.</summary>
internal sealed class RegisteredIssuers(Database database, ILogger<RegisteredIssuers> logger) : BackgroundService
{
    private volatile IReadOnlyList<Issuer> _all = [];

    internal IReadOnlyList<Issuer> All => _all;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(TimeSpan.FromSeconds(10));
        do
        {
            try
            {
                _all = await ReadAsync(stoppingToken);
            }
            catch (NpgsqlException failure)
            {
                logger.LogWarning("The issuers could not be read again: {Failure}", failure.Message);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<IReadOnlyList<Issuer>> ReadAsync(CancellationToken ct)
    {
        await using NpgsqlCommand command = database.Timer.CreateCommand("select authority, audience, municipalities from hub.issuers");
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(ct);
        List<Issuer> issuers = [];
        while (await reader.ReadAsync(ct))
        {
            // Only Development's own signer speaks for all.
            string[] municipalities = [.. reader.GetFieldValue<string[]>(2).Where(code => code != "*")];
            issuers.Add(new Issuer(reader.GetString(0), reader.GetString(1), municipalities));
        }

        return issuers;
    }
}
