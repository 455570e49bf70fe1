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
    // What is left when the old one stands still for a moment.
    private const int Near = 5_000;

    // Pieces grow: all that happens to a question in a day is then read together, and its row written once.
    private const int SmallestPiece = 5_000;
    private const int LargestPiece = 40_000;
    private const int Window = 100_000;
    private const int Removed = 10_000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, Ahead> _ahead = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await StepAsync(stoppingToken)) { }
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
            try
            {
                done |= await StepAsync(projection, ct);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                // One that cannot be counted anew does not keep the others from it.
                log.LogWarning(failure, "Counting {Projection} anew waits for the next round", projection.Name);
            }
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
        var near = goal - filling.Position <= Near;
        if (near)
        {
            goal = await SettledLog.PositionAsync(connection, projection.Checkpoint, holding: true, ct);
        }
        else
        {
            // Rows and place are lost together or not at all: what is lost is filled again.
            await Generations.ExecuteAsync(connection, "set local synchronous_commit = off", ct);
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
        var piece =
            _ahead.Remove(into.Projection.Name, out var known) && known.From == span.From
                ? known
                : Read(into.Projection, span, SmallestPiece);
        var events = await piece.Events.WaitAsync(ct);
        var reached = events.Count == piece.Size ? events[^1].Sequence : piece.To;
        if (span.Goal - reached > Near)
        {
            // The next piece is read while this one is written.
            _ahead[into.Projection.Name] = Read(into.Projection, (reached, span.Goal), Math.Min(2 * piece.Size, LargestPiece));
        }

        if (events.Count > 0)
        {
            await into.Projection.ApplyAsync(into.Connection, into.Generation, events, ct);
        }

        return reached;
    }

    private Ahead Read(IProjection projection, (long From, long Goal) span, int size)
    {
        var to = Math.Min(span.Goal, span.From + Window);
        var wanted = (projection.Types, projection.ReadsPersonal);
        return new(span.From, to, size, settled.ReadAsync(wanted, (span.From, to), size, CancellationToken.None));
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

    /// <summary>A piece of the log that is being read.</summary>
    private sealed record Ahead(long From, long To, int Size, Task<IReadOnlyList<RecordedEvent>> Events);
}
