using System.Diagnostics;
using System.Threading.Channels;
using WebcareHub.EventStore;

namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>
/// One run over a stretch of the log: the database reads the next page while this one is decoded, opened and decided on. The outcome does not
/// depend on the number of lanes, nor on how fast anything was.
/// </summary>
internal sealed class Replay(Database database, Vault vault, Trial trial, IReadOnlyCollection<string> tenants, int lanes)
{
    private readonly Lane[] _lanes = [.. Enumerable.Range(0, lanes).Select(number => new Lane(trial, vault, number, lanes))];
    private long _read;

    /// <summary>Time spent waiting for the database, and in each stage.</summary>
    internal TimeSpan Reading { get; private set; }

    internal Stages Spent { get; } = new();

    /// <summary>Runs to the end, and gives the counts per municipality.</summary>
    /// <param name="between">Called after every page with the share done (0 to 1) and the messages so far; it may wait, or throw to stop.</param>
    internal async Task<IReadOnlyDictionary<string, Tally>> RunAsync(Func<double, long, Task> between, CancellationToken ct)
    {
        var stretch = await Stretch.FindAsync(database, trial.From, trial.Until, ct);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var pages = Channel.CreateBounded<(List<Recorded> Rows, long Upto)>(1);
        var reading = ReadAsync(stretch, pages.Writer, stop.Token);
        try
        {
            await foreach (var (rows, upto) in pages.Reader.ReadAllAsync(ct))
            {
                _read += rows.Count(row => row.Kind == RecordedKind.Decision);
                await Task.WhenAll(_lanes.Select(lane => Task.Run(() => lane.Take(rows), ct)));
                await between((double)(upto - stretch.After) / Math.Max(stretch.Length, 1), _read);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return Sum();
    }

    private async Task ReadAsync(Stretch stretch, ChannelWriter<(List<Recorded> Rows, long Upto)> pages, CancellationToken ct)
    {
        var log = new LogPages(database, tenants);
        try
        {
            for (var after = stretch.After; after < stretch.Last; after += LogPages.Size)
            {
                var started = Stopwatch.GetTimestamp();
                var rows = await log.ReadAsync(after, stretch.Last, ct);
                Reading += Stopwatch.GetElapsedTime(started);
                await pages.WriteAsync((rows, Math.Min(after + LogPages.Size, stretch.Last)), ct);
            }

            pages.Complete();
        }
        catch (Exception failure)
        {
            pages.Complete(failure);
            throw;
        }
    }

    private Dictionary<string, Tally> Sum()
    {
        var sum = new Dictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var lane in _lanes)
        {
            lane.Close();
            Spent.Add(lane.Spent);
            foreach (var (municipality, tally) in lane.Tallies)
            {
                sum.TryAdd(municipality, new());
                sum[municipality].Add(tally);
            }
        }

        return sum;
    }
}
