using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.EventStore;

namespace WebcareHub.Channels.Accounts;

/// <summary>
/// All accounts that are in use, in memory: read again every two seconds, and kept as they were while the database is away. An exercise has none:
/// no account, no token.
/// </summary>
public sealed class AccountBook(Database database, Vault vault, IConfiguration configuration, ILogger<AccountBook> log) : BackgroundService
{
    // The name of the table they first stood in: seals of that time still open.
    internal const string TokenPurpose = "whatsapp.accounts";
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim oneReader = new(1);
    private volatile Pages? pages;

    /// <summary>False until the accounts were read once: nothing can be said about whose they are.</summary>
    public bool IsRead => pages is not null;

    /// <summary>Null when it is registered with nobody, or withdrawn.</summary>
    public Account? Find(string channel, string app, string id) => pages?.InUse.GetValueOrDefault((channel, app, id));

    /// <summary>The accounts of a channel.</summary>
    public IEnumerable<Account> Of(string channel) => pages?.InUse.Values.Where(account => account.Channel == channel) ?? [];

    /// <summary>All that are in use, each by one word.</summary>
    public IEnumerable<string> Keys => pages?.InUse.Keys.Select(key => KeyOf(key.Channel, key.App, key.Id)) ?? [];

    /// <summary>An account by one word.</summary>
    public static string KeyOf(string channel, string app, string id) => $"{channel}|{app}|{id}";

    /// <summary>The municipality left the platform with it.</summary>
    public bool IsWithdrawn(string channel, string app, string id) => pages?.Withdrawn.Contains((channel, app, id)) == true;

    /// <summary>Reads them again now. One after the other: what was read before an account was added never takes the place of what was read after.</summary>
    public async Task ReadAsync(CancellationToken ct)
    {
        await oneReader.WaitAsync(ct);
        try
        {
            pages = await AllAsync(ct);
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

    private sealed record Pages(
        FrozenDictionary<(string Channel, string App, string Id), Account> InUse,
        FrozenSet<(string Channel, string App, string Id)> Withdrawn
    );

    private async Task<Pages> AllAsync(CancellationToken ct)
    {
        await using var command = database.Timer.CreateCommand(
            "select channel, app, id, tenant_id, name, access_token, server, withdrawn_at is not null from channels.accounts"
        );
        await using var row = await command.ExecuteReaderAsync(ct);
        var (inUse, withdrawn) = (new List<Account>(), new List<(string, string, string)>());
        while (await row.ReadAsync(ct))
        {
            if (Exercise.Is(row.GetString(3)))
            {
                log.LogError("An account of an exercise stands in the table and is left out");
            }
            else if (row.GetBoolean(7))
            {
                withdrawn.Add((row.GetString(0), row.GetString(1), row.GetString(2)));
            }
            else
            {
                inUse.Add(ReadRow(row));
            }
        }

        return new(inUse.ToFrozenDictionary(account => (account.Channel, account.App, account.Id)), withdrawn.ToFrozenSet());
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
