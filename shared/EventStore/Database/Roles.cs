using Npgsql;

namespace WebcareHub.EventStore;

/// <summary>
/// The three roles behind the pools. Roles belong to the server, not to a database: processes that migrate different databases at once
/// race for them, and the loser tries again.
/// </summary>
internal static class Roles
{
    private static readonly string[] Names = ["webcare_app", "webcare_feed", "webcare_timer"];

    internal static async Task CreateAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        foreach (var name in Names)
        {
            for (var attempt = 1; !await TryCreateAsync(connection, name, ct); attempt++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20 * attempt), ct);
            }
        }
    }

    private static async Task<bool> TryCreateAsync(NpgsqlConnection connection, string name, CancellationToken ct)
    {
        try
        {
            await using var command = new NpgsqlCommand(Statement.Replace("{role}", name, StringComparison.Ordinal), connection);
            await command.ExecuteNonQueryAsync(ct);
            return true;
        }
        catch (PostgresException e)
            when (e.SqlState is PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.UniqueViolation
                || e.MessageText.Contains("concurrently", StringComparison.Ordinal)
            )
        {
            return false;
        }
    }

    private const string Statement = """
        do $$
        begin
            if not exists (select from pg_roles where rolname = '{role}') then
                create role {role} nologin;
            end if;
            if not (select rolsuper from pg_roles where rolname = current_user)
               and not exists (
                   select from pg_auth_members
                   where roleid = '{role}'::regrole and member = current_user::regrole and not admin_option) then
                execute format('grant {role} to %I', current_user);
            end if;
        end $$;
        """;
}
