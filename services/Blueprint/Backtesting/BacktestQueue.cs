using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Backtesting;

/// <summary>Runs what was asked, one at a time in all processes together: who holds the lock runs. What was running without it was interrupted.</summary>
internal sealed partial class BacktestQueue(
    Database database,
    BacktestRun run,
    BacktestNudge nudge,
    TimeProvider time,
    ILogger<BacktestQueue> log
) : BackgroundService
{
    /// <summary>Who holds this advisory lock runs.</summary>
    internal const long Lock = 8242614;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await EmptyAsync(stoppingToken);
                await nudge.WaitAsync(Look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
            {
                Away(log, failure.GetType().Name);
                await Task.Delay(Look, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task EmptyAsync(CancellationToken ct)
    {
        await using var holder = await database.Timer.OpenConnectionAsync(ct);
        if (
            await ScalarAsync(holder, "select exists (select from blueprint.backtests where state in ('waiting', 'running'))", [], ct)
            is not true
        )
        {
            return;
        }

        if (await ScalarAsync(holder, "select pg_try_advisory_lock($1)", [Lock], ct) is not true)
        {
            return;
        }

        try
        {
            await RunAllAsync(holder, ct);
        }
        finally
        {
            await ScalarAsync(holder, "select pg_advisory_unlock($1)", [Lock], CancellationToken.None);
        }
    }

    private async Task RunAllAsync(NpgsqlConnection holder, CancellationToken ct)
    {
        await ScalarAsync(
            holder,
            "update blueprint.backtests set state = 'interrupted', ended_at = $1, layers = null where state = 'running'",
            [time.GetUtcNow()],
            ct
        );
        while (await NextAsync(holder, ct) is { } next)
        {
            await RunAsync(holder, next.Row, next.Layers, ct);
        }
    }

    private async Task<(BacktestRow Row, IReadOnlyList<LayerFiles> Layers)?> NextAsync(NpgsqlConnection holder, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"""
            update blueprint.backtests set state = 'running', started_at = $1
            where id = (select id from blueprint.backtests where state = 'waiting' order by asked_at, id limit 1) and state = 'waiting'
            returning {BacktestRows.Columns}, layers
            """,
            holder
        )
        {
            Parameters = { new() { Value = time.GetUtcNow() } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct)
            ? (BacktestRows.Read(row), JsonSerializer.Deserialize<IReadOnlyList<LayerFiles>>(row.GetString(14), BacktestRows.Json)!)
            : null;
    }

    private async Task RunAsync(NpgsqlConnection holder, BacktestRow row, IReadOnlyList<LayerFiles> layers, CancellationToken ct)
    {
        var wish = row.Asked;
        var asked = new BacktestRun.Asked(row.Municipality, layers, wish.From, wish.Until, wish.Scope, wish.Against, row.AskedAt);
        try
        {
            var report = await run.RunAsync(asked, (done, read) => BetweenAsync(holder, row.Id, done, read, ct), ct);
            await EndAsync(holder, row.Id, BacktestState.Done, null, BacktestRows.OfJson(report));
        }
        catch (StoppedException)
        {
            await EndAsync(holder, row.Id, BacktestState.Stopped);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await EndAsync(holder, row.Id, BacktestState.Interrupted);
            throw;
        }
        catch (Exception failure) when (failure is not NpgsqlException)
        {
            Failed(log, failure.GetType().Name, row.Id);
            await EndAsync(
                holder,
                row.Id,
                BacktestState.Failed,
                "Deze proef is misgegaan. Probeer het opnieuw, of vraag uw beheerder ernaar."
            );
        }
    }

    /// <summary>
    /// Writes how far it is, and stands aside: a write that takes long says that others are busy. It does not wait for the disk, which is slow for
    /// nobody's sake; progress that a crash takes back is not missed.
    /// </summary>
    private static async Task BetweenAsync(NpgsqlConnection holder, Guid id, double done, long read, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var stop = await ScalarAsync(
            holder,
            "update blueprint.backtests set progress = $2, read = $3 where id = $1 returning stop, set_config('synchronous_commit', 'off', true)",
            [id, (int)(done * 100), read],
            ct
        );
        if (stop is not false)
        {
            throw new StoppedException();
        }

        var rest = Stopwatch.GetElapsedTime(started) * 10;
        await Task.Delay(rest < LongestRest ? rest : LongestRest, ct);
    }

    private async Task EndAsync(
        NpgsqlConnection holder,
        Guid id,
        BacktestState state,
        string? failure = null,
        NpgsqlParameter? report = null
    )
    {
        await using var command = new NpgsqlCommand(
            """
            update blueprint.backtests
            set state = $2, ended_at = $3, failure = $4, report = $5, layers = null, progress = case $2 when 'done' then 100 else progress end
            where id = $1
            """,
            holder
        )
        {
            Parameters =
            {
                new() { Value = id },
                new() { Value = state.ToString().ToLowerInvariant() },
                new() { Value = time.GetUtcNow() },
                new() { Value = (object?)failure ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Varchar },
                report
                    ?? new() { Value = DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Jsonb },
            },
        };
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, object[] values, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return await command.ExecuteScalarAsync(ct);
    }

    [LoggerMessage(LogLevel.Warning, "Back-tests wait: {Failure}")]
    private static partial void Away(ILogger logger, string failure);

    [LoggerMessage(LogLevel.Error, "Back-test {Id} failed: {Failure}")]
    private static partial void Failed(ILogger logger, string failure, Guid id);

    /// <summary>Somebody stopped it, or threw it away.</summary>
    private sealed class StoppedException : Exception;
}
