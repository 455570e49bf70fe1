using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Exercising;

namespace WebcareHub.Channels.Accounts;

/// <summary>Which account belongs to which municipality: for the command line and the API.</summary>
public sealed class Accounts
{
    private readonly Database database;
    private readonly Vault vault;
    private readonly TimeProvider time;

    /// <summary>Needs the database and the vault only, not the running service.</summary>
    public Accounts(Database database, Vault vault, TimeProvider time) => (this.database, this.vault, this.time) = (database, vault, time);

    /// <summary>Registers an account, or changes it; one that was withdrawn is in use again. False when another municipality has it.</summary>
    /// <exception cref="ExerciseRefusedException">It would be an exercise's: those have none.</exception>
    public async Task<bool> AddAsync(NewChannelAccount account, CancellationToken ct)
    {
        NoExercise.Check(account.Municipality, nameof(Accounts));
        await using var transaction = await database.OpenAsync([account.Municipality], ct);
        await using var command = new NpgsqlCommand(
            """
            insert into channels.accounts (channel, app, id, tenant_id, name, access_token, server, changed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (channel, app, id) do update set name = coalesce(excluded.name, accounts.name), withdrawn_at = null,
                access_token = coalesce(excluded.access_token, accounts.access_token),
                server = coalesce(excluded.server, accounts.server), changed_at = excluded.changed_at
            """,
            transaction.Connection
        ).With(
            account.Channel,
            account.App,
            account.Id,
            account.Municipality,
            account.Number,
            account.AccessToken is { Length: > 0 } token ? Sealed(token) : null,
            account.Server,
            time.GetUtcNow()
        );
        return await ChangedAsync(command, transaction, ct);
    }

    /// <summary>Ends its use: nothing is received or sent any more, its token is forgotten, its conversations stay. False when it is not theirs.</summary>
    public async Task<bool> WithdrawAsync(string municipality, string channel, string app, string id, CancellationToken ct)
    {
        await using var transaction = await database.OpenAsync([municipality], ct);
        await using var command = new NpgsqlCommand(
            """
            update channels.accounts set access_token = null, withdrawn_at = coalesce(withdrawn_at, $4), changed_at = $4
            where channel = $1 and app = $2 and id = $3
            """,
            transaction.Connection
        ).With(channel, app, id, time.GetUtcNow());
        return await ChangedAsync(command, transaction, ct);
    }

    /// <summary>Keeps what the platform gave in stead of the token: a refreshed one.</summary>
    /// <param name="until">When it ends (UTC), if the platform told.</param>
    public async Task KeepTokenAsync(Account account, string token, DateTimeOffset? until, CancellationToken ct)
    {
        NoExercise.Check(account.Municipality, nameof(Accounts));
        await using var command = database
            .Timer.CreateCommand(
                """
                update channels.accounts set access_token = $4, token_until = $5, changed_at = $6
                where channel = $1 and app = $2 and id = $3 and withdrawn_at is null
                """
            )
            .With(account.Channel, account.App, account.Id, Sealed(token), until, time.GetUtcNow());
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The accounts of these municipalities; all accounts when null (command line only).</summary>
    public async Task<IReadOnlyList<ChannelAccount>> ListAsync(IReadOnlyCollection<string>? municipalities, CancellationToken ct)
    {
        await using var command = database.Timer.CreateCommand(
            """
            select channel, app, id, tenant_id, name, server, received_at, sent_at, failure, failed_at, token_until, withdrawn_at
            from channels.accounts where $1::text[] is null or tenant_id = any($1) order by tenant_id, channel, app, id
            """
        );
        var tenants = (object?)municipalities?.ToArray() ?? DBNull.Value;
        command.Parameters.Add(new() { Value = tenants, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await using var row = await command.ExecuteReaderAsync(ct);
        var accounts = new List<ChannelAccount>();
        while (await row.ReadAsync(ct))
        {
            accounts.Add(Read(row));
        }

        return accounts;
    }

    private byte[] Sealed(string token) => vault.Seal(AccountBook.TokenPurpose, Encoding.UTF8.GetBytes(token));

    // The wall refuses to touch a row of another municipality, or does not show it.
    private static async Task<bool> ChangedAsync(NpgsqlCommand command, TenantTransaction transaction, CancellationToken ct)
    {
        try
        {
            var changed = await command.ExecuteNonQueryAsync(ct);
            await transaction.CommitAsync(ct);
            return changed > 0;
        }
        catch (PostgresException refused)
            when (refused.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    private static ChannelAccount Read(NpgsqlDataReader row)
    {
        DateTimeOffset? At(int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        return new(
            row.GetString(0),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            Text(4),
            Text(5),
            new AccountHealth(At(6), At(7), Text(8), At(9), At(10), At(11))
        );
    }
}

/// <summary>The feature: registering, listing and withdrawing accounts.</summary>
internal static class AccountsFeature
{
    public static void MapAccounts(this RouteGroupBuilder api)
    {
        var accounts = api.MapGroup("/accounts").RequireRole("admin", "operator").WithTags("Accounts");
        accounts
            .MapGet("", ListAccounts.Get)
            .WithName("ListAccounts")
            .WithSummary("The channel accounts of one's own municipality and how they are doing; an operator sees all.");
        accounts.MapPost("", AddAccount.Post).WithName("AddAccount").WithSummary("Registers a channel account, or changes it.");
        accounts
            .MapPost("/withdrawals", WithdrawAccount.Post)
            .WithName("WithdrawAccount")
            .WithSummary("Ends the use of an account; its conversations stay readable.");
    }
}
