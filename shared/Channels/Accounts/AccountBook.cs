using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.Channels.Accounts;

/// <summary>All accounts that are in use, in memory: read again every two seconds, and kept as they were while the database is away.</summary>
public sealed class AccountBook(Database database, Vault vault, IConfiguration configuration, ILogger<AccountBook> log) : BackgroundService
{
    // The name of the table they first stood in: seals of that time still open.
    internal const string TokenPurpose = "whatsapp.accounts";
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim oneReader = new(1);
    private volatile FrozenDictionary<(string Channel, string App, string Id), Account>? accounts;

    /// <summary>False until the accounts were read once: nothing can be said about whose they are.</summary>
    public bool IsRead => accounts is not null;

    /// <summary>Null when it is registered with nobody, or withdrawn.</summary>
    public Account? Find(string channel, string app, string id) => accounts?.GetValueOrDefault((channel, app, id));

    /// <summary>The accounts of a channel.</summary>
    public IEnumerable<Account> Of(string channel) => accounts?.Values.Where(account => account.Channel == channel) ?? [];

    /// <summary>Reads them again now. One after the other: what was read before an account was added never takes the place of what was read after.</summary>
    public async Task ReadAsync(CancellationToken ct)
    {
        await oneReader.WaitAsync(ct);
        try
        {
            accounts = await AllAsync(ct);
        }
        finally
        {
            oneReader.Release();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        oneReader.Dispose();
        base.Dispose();
    }

    private async Task<FrozenDictionary<(string Channel, string App, string Id), Account>> AllAsync(CancellationToken ct)
    {
        await using var command = database.Timer.CreateCommand(
            "select channel, app, id, tenant_id, name, access_token, server from channels.accounts where withdrawn_at is null"
        );
        await using var row = await command.ExecuteReaderAsync(ct);
        var read = new List<Account>();
        while (await row.ReadAsync(ct))
        {
            read.Add(ReadRow(row));
        }

        return read.ToFrozenDictionary(account => (account.Channel, account.App, account.Id));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ReadAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The accounts could not be read again: {Failure}", exception.GetType().Name);
            }

            await Task.Delay(Refresh, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Account ReadRow(NpgsqlDataReader row)
    {
        var app = row.GetString(1);
        var token = row.IsDBNull(5) ? configuration[$"Apps:{app}:AccessToken"] : Open(row.GetFieldValue<byte[]>(5));
        var server = row.IsDBNull(6) ? null : new Uri(row.GetString(6));
        return new(row.GetString(0), app, row.GetString(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4), token, server);
    }

    private string? Open(byte[] bytes)
    {
        try
        {
            return Encoding.UTF8.GetString(vault.Open(TokenPurpose, bytes));
        }
        catch (CryptographicException)
        {
            log.LogError("An access token was sealed under another master key");
            return null;
        }
    }
}
