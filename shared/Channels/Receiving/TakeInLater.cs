using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Webhooks;
using WebcareHub.EventStore;

namespace WebcareHub.Channels.Receiving;

/// <summary>
/// What was posted for an account that nobody had yet is read once more as soon as somebody has it: it may have been registered a moment before, in
/// another process. Only what is younger than a day; the rest stays where the delivery says it is.
/// </summary>
internal sealed class TakeInLater(
    Database database,
    Vault vault,
    AccountBook accounts,
    IEnumerable<IWebhook> webhooks,
    Reception reception,
    TimeProvider time,
    ILogger<TakeInLater> log
) : BackgroundService
{
    private const int AtOnce = 20;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Youngest = TimeSpan.FromDays(1);

    private readonly Dictionary<string, IWebhook> known = webhooks.ToDictionary(webhook => webhook.Channel);

    private sealed record Waiting(Guid Id, string Channel, string App, byte[] Body);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (known.Count > 0 && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("What waits for its account waits on: {Failure}", exception.GetType().Name);
            }

            await Task.Delay(Tick, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Handed on before the row says so: after a crash in between it is read again, and Routing knows what it has.
    private async Task RoundAsync(CancellationToken ct)
    {
        await using var connection = await database.Timer.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var waiting = await FindAsync(connection, ct);
        if (waiting.Count == 0)
        {
            return;
        }

        foreach (var one in waiting)
        {
            var body = vault.Open(KeptBody.Purpose, one.Body);
            var read = known[one.Channel].Read(body, one.App, time.GetUtcNow());
            await reception.AcceptAsync(one.Channel, one.App, read with { KeepBody = false }, body, ct);
        }

        await using var command = new NpgsqlCommand("update channels.bodies set accounts = '{}' where body_id = any($1)", connection).With(
            (object)waiting.Select(one => one.Id).ToArray()
        );
        await command.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private async Task<List<Waiting>> FindAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            select body_id, channel, app, body from channels.bodies
            where accounts <> '{}' and accounts && $1 and channel = any($2) and accepted_at > $3
            order by accepted_at limit $4 for update skip locked
            """,
            connection
        ).With(accounts.Keys.ToArray(), known.Keys.ToArray(), time.GetUtcNow() - Youngest, AtOnce);
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new List<Waiting>();
        while (await row.ReadAsync(ct))
        {
            found.Add(new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetFieldValue<byte[]>(3)));
        }

        return found;
    }
}
