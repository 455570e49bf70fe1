using System.Collections.Frozen;
using Npgsql;
using WebcareHub.Channels;
using WebcareHub.Channels.Accounts;
using WebcareHub.Contracts;
using WebcareHub.EventStore;

namespace WebcareHub.Ingest.Chat.Sites;

/// <summary>On which websites each chat may stand. Read again every two seconds, and kept as it was while the database is away.</summary>
public sealed class ChatSites(Database database, AccountBook accounts, TimeProvider time, ILogger<ChatSites> log) : BackgroundService
{
    /// <summary>The app that all chat accounts are registered with: there is no platform in between.</summary>
    public const string App = Site.App;

    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim oneReader = new(1);
    private volatile FrozenDictionary<string, Site>? sites;

    /// <summary>False until they were read once.</summary>
    internal bool IsRead => sites is not null && accounts.IsRead;

    /// <summary>Null when no municipality has such an account, or it was withdrawn.</summary>
    internal Site? Find(string account)
    {
        if (accounts.Find(Channel.Chat, Site.App, account) is not { } known)
        {
            return null;
        }

        var site = sites?.GetValueOrDefault(account);
        return site?.Municipality == known.Municipality ? site : new Site(account, known.Municipality, [], null);
    }

    /// <summary>The sites of a municipality.</summary>
    internal IEnumerable<Site> Of(string municipality) =>
        accounts.Of(Channel.Chat).Where(account => account.Municipality == municipality).Select(account => Find(account.Id)!);

    /// <summary>Says where an account's chat may stand. False when it is another municipality's.</summary>
    /// <param name="origins">As <see cref="Origins.Read"/> gives them.</param>
    public async Task<bool> PutAsync(
        string municipality,
        string account,
        IReadOnlyList<string> origins,
        string? privacyUrl,
        CancellationToken ct
    )
    {
        await using var transaction = await database.OpenAsync([municipality], ct);
        await using var command = new NpgsqlCommand(
            """
            insert into chat.sites (account, tenant_id, origins, privacy_url, changed_at) values ($1, $2, $3, $4, $5)
            on conflict (account) do update set origins = excluded.origins, privacy_url = excluded.privacy_url, changed_at = excluded.changed_at
            """,
            transaction.Connection
        ).With(account, municipality, origins.ToArray(), privacyUrl, time.GetUtcNow());
        try
        {
            await command.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            return false;
        }

        await transaction.CommitAsync(ct);
        await ReadAsync(ct);
        return true;
    }

    /// <summary>Reads them again now, one after the other, as <see cref="AccountBook.ReadAsync"/> does.</summary>
    public async Task ReadAsync(CancellationToken ct)
    {
        await oneReader.WaitAsync(ct);
        try
        {
            sites = await AllAsync(ct);
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

    private async Task<FrozenDictionary<string, Site>> AllAsync(CancellationToken ct)
    {
        await using var command = database.Timer.CreateCommand("select account, tenant_id, origins, privacy_url from chat.sites");
        await using var row = await command.ExecuteReaderAsync(ct);
        var read = new List<Site>();
        while (await row.ReadAsync(ct))
        {
            read.Add(new(row.GetString(0), row.GetString(1), row.GetFieldValue<string[]>(2), row.IsDBNull(3) ? null : row.GetString(3)));
        }

        return read.ToFrozenDictionary(site => site.Account);
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
                log.LogWarning("The sites could not be read again: {Failure}", exception.GetType().Name);
            }

            await Task.Delay(Refresh, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
