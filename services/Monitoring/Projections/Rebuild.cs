using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.Monitoring.Projections;

/// <summary>
/// Fills a new generation while the old one serves. Each piece commits with how far it is, so that after a kill it goes on from there; the last
/// piece is filled while the old one stands still, and then the new one serves.
/// </summary>
internal sealed class Rebuild(Database database, SettledLog settled, IEnumerable<IProjection> projections, ILogger<Rebuild> log)
    : BackgroundService
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

    /// <summary>Of each projection fills one piece, or switches, or removes one piece of what no longer serves; false when there is nothing to do.</summary>
    internal async Task<bool> StepAsync(CancellationToken ct)
    {
        var done = false;
        foreach (var projection in projections)
        {
            done |= await StepAsync(projection, ct);
        }

        return done;
    }

    private async Task<bool> StepAsync(IProjection projection, CancellationToken ct)
    {
        await using var connection = await database.Feed.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var done = await Generations.FillingAsync(connection, projection.Name, holding: true, ct) is { } filling
            ? await FillAsync(connection, projection, filling, ct)
            : await RemoveAsync(connection, projection, ct);
        await transaction.CommitAsync(ct);
        return done;
    }

    private async Task<bool> FillAsync(
        NpgsqlConnection connection,
        IProjection projection,
        Generations.Filling filling,
        CancellationToken ct
    )
    {
        var goal = await SettledLog.PositionAsync(connection, projection.Checkpoint, holding: false, ct);
        var near = goal - filling.Position <= Piece;
        if (near)
        {
            goal = await SettledLog.PositionAsync(connection, projection.Checkpoint, holding: true, ct);
        }

        var position = filling.Position;
        do
        {
            position = await PieceAsync((connection, projection, filling.Generation), (position, goal), ct);
        } while (near && position < goal);
        await Generations.MovedAsync(connection, projection.Name, filling with { Position = position, Goal = goal }, ct);
        if (near)
        {
            await Generations.SwitchAsync(connection, projection.Name, filling, ct);
            log.LogInformation("Generation {Generation} of {Projection} serves", filling.Generation, projection.Name);
        }

        return true;
    }

    private async Task<long> PieceAsync(
        (NpgsqlConnection Connection, IProjection Projection, int Generation) into,
        (long From, long Goal) span,
        CancellationToken ct
    )
    {
        var to = Math.Min(span.Goal, span.From + Window);
        var wanted = (into.Projection.Types, into.Projection.ReadsPersonal);
        var events = await settled.ReadAsync(wanted, (span.From, to), Piece, ct);
        if (events.Count > 0)
        {
            await into.Projection.ApplyAsync(into.Connection, into.Generation, events, ct);
        }

        return events.Count == Piece ? events[^1].Sequence : to;
    }

    private static async Task<bool> RemoveAsync(NpgsqlConnection connection, IProjection projection, CancellationToken ct)
    {
        var old = $"(select generation from monitoring.generations where projection = '{projection.Name}' and state = 'removing')";
        foreach (var table in projection.Tables)
        {
            var sql = $"delete from {table} where ctid = any (array(select ctid from {table} where generation in {old} limit {Removed}))";
            if (await Generations.ExecuteAsync(connection, sql, ct) > 0)
            {
                return true;
            }
        }

        var gone = "delete from monitoring.generations where projection = $1 and state = 'removing'";
        return await Generations.ExecuteAsync(connection, gone, ct, projection.Name) > 0;
    }
}
