using System.Text;
using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Ingest.WhatsApp.Accounts;

/// <summary>Which number belongs to which municipality: for the command line and the API.</summary>
public sealed class Accounts
{
    private readonly Database database;
    private readonly Vault vault;
    private readonly TimeProvider time;

    /// <summary>Needs the database and the vault only, not the running service.</summary>
    public Accounts(Database database, Vault vault, TimeProvider time) => (this.database, this.vault, this.time) = (database, vault, time);

    /// <summary>Registers an account, or changes it. False when another municipality has it.</summary>
    public async Task<bool> AddAsync(NewChannelAccount account, CancellationToken ct)
    {
        await using var transaction = await database.OpenAsync([account.Municipality], ct);
        await using var command = new NpgsqlCommand(
            """
            insert into whatsapp.accounts (app, phone_number_id, tenant_id, number, access_token, changed_at) values ($1, $2, $3, $4, $5, $6)
            on conflict (app, phone_number_id) do update set number = coalesce(excluded.number, accounts.number),
                access_token = coalesce(excluded.access_token, accounts.access_token), changed_at = excluded.changed_at
            """,
            transaction.Connection
        )
        {
            Parameters =
            {
                new() { Value = account.App },
                new() { Value = account.Id },
                new() { Value = account.Municipality },
                new() { Value = (object?)account.Number ?? DBNull.Value },
                new()
                {
                    Value = account.AccessToken is { Length: > 0 } token
                        ? vault.Seal(AccountBook.TokenPurpose, Encoding.UTF8.GetBytes(token))
                        : DBNull.Value,
                },
                new() { Value = time.GetUtcNow() },
            },
        };
        try
        {
            await command.ExecuteNonQueryAsync(ct);
            await transaction.CommitAsync(ct);
            return true;
        }
        catch (PostgresException refused)
            when (refused.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    /// <summary>The accounts of these municipalities; all accounts when null (command line only).</summary>
    public async Task<IReadOnlyList<ChannelAccount>> ListAsync(IReadOnlyCollection<string>? municipalities, CancellationToken ct)
    {
        await using var command = database.Timer.CreateCommand(
            "select app, phone_number_id, tenant_id, number from whatsapp.accounts where $1::text[] is null or tenant_id = any($1) order by tenant_id, app, phone_number_id"
        );
        command.Parameters.Add(
            new()
            {
                Value = (object?)municipalities?.ToArray() ?? DBNull.Value,
                NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Text,
            }
        );
        await using var row = await command.ExecuteReaderAsync(ct);
        var accounts = new List<ChannelAccount>();
        while (await row.ReadAsync(ct))
        {
            accounts.Add(
                new(Channel.WhatsApp, row.GetString(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3))
            );
        }

        return accounts;
    }
}

/// <summary>The feature: registering and listing accounts.</summary>
internal static class AccountsFeature
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<Accounts>();
        services.AddSingleton<AccountBook>();
        services.AddHostedService(provider => provider.GetRequiredService<AccountBook>());
    }

    public static void MapAccounts(this RouteGroupBuilder api)
    {
        var accounts = api.MapGroup("/accounts").RequireRole("admin", "operator").WithTags("Accounts");
        accounts
            .MapGet("", ListAccounts.Get)
            .WithName("ListAccounts")
            .WithSummary("The channel accounts of one's own municipality; an operator sees all.");
        accounts.MapPost("", AddAccount.Post).WithName("AddAccount").WithSummary("Registers a channel account, or changes it.");
    }
}
