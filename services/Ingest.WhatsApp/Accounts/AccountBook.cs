using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.Ingest.WhatsApp.Accounts;

/// <summary>A municipality's number.</summary>
/// <param name="Id">phone_number_id.</param>
internal sealed record Account(string App, string Id, string Municipality, string? Number, string? AccessToken);

/// <summary>All accounts, in memory: read again every two seconds, and kept as they were while the database is away.</summary>
internal sealed class AccountBook(Database database, Vault vault, IConfiguration configuration, ILogger<AccountBook> log)
    : BackgroundService
{
    internal const string TokenPurpose = "whatsapp.accounts";
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(2);
    private volatile FrozenDictionary<(string App, string Id), Account>? accounts;

    /// <summary>False until the accounts were read once: nothing can be said about whose they are.</summary>
    public bool IsRead => accounts is not null;

    public Account? Find(string app, string id) => accounts?.GetValueOrDefault((app, id));

    /// <summary>Reads them again now.</summary>
    public async Task ReadAsync(CancellationToken ct)
    {
        await using var command = database.Timer.CreateCommand(
            "select app, phone_number_id, tenant_id, number, access_token from whatsapp.accounts"
        );
        await using var row = await command.ExecuteReaderAsync(ct);
        var read = new Dictionary<(string, string), Account>();
        while (await row.ReadAsync(ct))
        {
            read[(row.GetString(0), row.GetString(1))] = ReadRow(row);
        }

        accounts = read.ToFrozenDictionary();
    }

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
        var app = row.GetString(0);
        var token = row.IsDBNull(4) ? configuration[$"Apps:{app}:AccessToken"] : Open(row.GetFieldValue<byte[]>(4));
        return new(app, row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), token);
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
