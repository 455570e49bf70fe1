using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.Monitoring.Questions;

/// <summary>
/// Fills a new generation while the old one serves. Each piece commits with how far it is, so that after a kill it goes on from there; the last
/// piece is filled while the old one stands still, and then the new one serves.
/// </summary>
internal sealed class Rebuild(Database database, SettledLog settled, Projection projection, ILogger<Rebuild> log) : BackgroundService
{
    private const int Piece = 5_000;
    private const int Window = 50_000;
    private const int Removed = 10_000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await StepAsync(stoppingToken)) { }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Counting anew waits for the next round: {Failure}", failure.GetType().Name);
            }
            catch (OperationCanceledException) { }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Fills one piece, or switches, or removes one piece of what no longer serves; false when there is nothing to do.</summary>
    internal async Task<bool> StepAsync(CancellationToken ct)
    {
        await using var connection = await database.Feed.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var done = await Generations.FillingAsync(connection, holding: true, ct) is { } filling
            ? await FillAsync(connection, filling, ct)
            : await RemoveAsync(connection, ct);
        await transaction.CommitAsync(ct);
        return done;
    }

    private async Task<bool> FillAsync(NpgsqlConnection connection, Generations.Filling filling, CancellationToken ct)
    {
        var goal = await SettledLog.PositionAsync(connection, QuestionsSubscriber.Checkpoint, holding: false, ct);
        var near = goal - filling.Position <= Piece;
        if (near)
        {
            goal = await SettledLog.PositionAsync(connection, QuestionsSubscriber.Checkpoint, holding: true, ct);
        }

        var position = filling.Position;
        do
        {
            position = await PieceAsync(connection, filling.Generation, (position, goal), ct);
        } while (near && position < goal);
        await Generations.MovedAsync(connection, filling with { Position = position, Goal = goal }, ct);
        if (near)
        {
            await Generations.SwitchAsync(connection, filling, ct);
            log.LogInformation("Generation {Generation} of the questions serves", filling.Generation);
        }

        return true;
    }

    private async Task<long> PieceAsync(NpgsqlConnection connection, int generation, (long From, long Goal) span, CancellationToken ct)
    {
        var to = Math.Min(span.Goal, span.From + Window);
        var events = await settled.ReadAsync(Projection.Types, (span.From, to), Piece, ct);
        await projection.ApplyAsync(connection, generation, events, ct);
        return events.Count == Piece ? events[^1].Sequence : to;
    }

    private static async Task<bool> RemoveAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        const string old = "(select generation from monitoring.generations where state = 'removing')";
        foreach (var table in new[] { "questions", "persons", "presence" })
        {
            var sql =
                $"delete from monitoring.{table} where ctid = any (array(select ctid from monitoring.{table} where generation in {old} limit {Removed}))";
            if (await Generations.ExecuteAsync(connection, sql, ct) > 0)
            {
                return true;
            }
        }

        return await Generations.ExecuteAsync(connection, "delete from monitoring.generations where state = 'removing'", ct) > 0;
    }
}
