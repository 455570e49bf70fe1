using Npgsql;
using WebcareHub.Channels.Accounts;
using WebcareHub.EventStore;

namespace WebcareHub.Channels.Pulling;

/// <summary>How far each account has been read, and which process asks for it now.</summary>
public sealed class PullRows(Database database, TimeProvider time)
{
    // Renewed while its process lives, so that what a killed one had in hand is soon another's.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    private HashSet<Account> ensured = [];

    internal sealed record Due(string App, string Account, string? Cursor);

    /// <summary>A row for each account; asks the database only when the accounts changed.</summary>
    internal async Task EnsureAsync(IReadOnlyList<Account> accounts, CancellationToken ct)
    {
        var missing = accounts.Where(account => !ensured.Contains(account)).ToArray();
        if (missing.Length == 0)
        {
            return;
        }

        await using var command = database
            .Timer.CreateCommand(
                """
                insert into channels.pulls (channel, app, account, tenant_id, due_at)
                select c, p, a, t, $5 from unnest($1, $2, $3, $4) as n (c, p, a, t) on conflict do nothing
                """
            )
            .With(
                missing.Select(account => account.Channel).ToArray(),
                missing.Select(account => account.App).ToArray(),
                missing.Select(account => account.Id).ToArray(),
                missing.Select(account => account.Municipality).ToArray(),
                time.GetUtcNow()
            );
        await command.ExecuteNonQueryAsync(ct);
        ensured = [.. accounts];
    }

    /// <summary>Accounts whose time has come, or that are hurried, for this process alone until their lease ends.</summary>
    internal async Task<IReadOnlyList<Due>> ClaimAsync(
        string channel,
        IReadOnlyCollection<(string App, string Id)> hurried,
        int atMost,
        CancellationToken ct
    )
    {
        var now = time.GetUtcNow();
        await using var command = database
            .Timer.CreateCommand(
                """
                with due as materialized (
                    select channel, app, account from channels.pulls
                    where channel = $1 and (leased_until is null or leased_until < $2)
                      and (due_at <= $2 or (app, account) in (select h, i from unnest($4::text[], $5::text[]) as u (h, i)))
                    order by due_at limit $6
                    for update skip locked)
                update channels.pulls p set leased_until = $3
                from due
                where p.channel = due.channel and p.app = due.app and p.account = due.account
                returning p.app, p.account, p.cursor
                """
            )
            .With(channel, now, now + Lease, hurried.Select(one => one.App).ToArray(), hurried.Select(one => one.Id).ToArray(), atMost);
        await using var row = await command.ExecuteReaderAsync(ct);
        var due = new List<Due>();
        while (await row.ReadAsync(ct))
        {
            due.Add(new(row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2)));
        }

        return due;
    }

    /// <summary>These are still being asked, here.</summary>
    internal async Task RenewAsync(string channel, IReadOnlyCollection<(string App, string Id)> asked, CancellationToken ct)
    {
        await using var command = database
            .Timer.CreateCommand(
                """
                update channels.pulls set leased_until = $2
                where channel = $1 and leased_until is not null
                  and (app, account) in (select h, i from unnest($3::text[], $4::text[]) as u (h, i))
                """
            )
            .With(channel, time.GetUtcNow() + Lease, asked.Select(one => one.App).ToArray(), asked.Select(one => one.Id).ToArray());
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>What came before is in the broker's hands. The lease lasts on.</summary>
    internal Task MoveAsync(Account account, string cursor, CancellationToken ct) =>
        SetAsync("cursor = $4, leased_until = $5", account, cursor, time.GetUtcNow() + Lease, ct);

    /// <summary>The round is over; the next one comes after this long.</summary>
    internal Task ReleaseAsync(Account account, TimeSpan after, CancellationToken ct) =>
        SetAsync("leased_until = null, due_at = $4", account, time.GetUtcNow() + after, null, ct);

    private async Task SetAsync(string what, Account account, object value, object? second, CancellationToken ct)
    {
        await using var command = database
            .Timer.CreateCommand($"update channels.pulls set {what} where channel = $1 and app = $2 and account = $3")
            .With(account.Channel, account.App, account.Id, value);
        if (second is not null)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = second });
        }

        await command.ExecuteNonQueryAsync(ct);
    }
}
