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
    /// <summary>One that is read, one that waits, one that is worked on.</summary>
    private const int Pages = 3;

    private readonly Lane[] _lanes = [.. Enumerable.Range(0, lanes).Select(number => new Lane(trial, vault, number, lanes))];

    /// <summary>Time spent waiting for the database, and in each stage.</summary>
    internal TimeSpan Reading { get; private set; }

    internal Stages Spent { get; } = new();

    /// <summary>Runs to the end, and gives the counts per municipality.</summary>
    /// <param name="between">Called after every page with the share done (0 to 1) and the messages so far; it may wait, or throw to stop.</param>
    internal async Task<IReadOnlyDictionary<string, Tally>> RunAsync(Func<double, long, Task> between, CancellationToken ct)
    {
        var stretch = await Stretch.FindAsync(database, trial.From, trial.Until, ct);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var (read, free) = (Channel.CreateUnbounded<LogPage>(), Channel.CreateUnbounded<LogPage>());
        for (var page = 0; page < Pages; page++)
        {
            free.Writer.TryWrite(new LogPage());
        }

        var reading = ReadAsync(stretch, free.Reader, read.Writer, stop.Token);
        try
        {
            await foreach (var page in read.Reader.ReadAllAsync(ct))
            {
                await Task.WhenAll(_lanes.Select(lane => Task.Run(() => lane.Take(page), ct)));
                await between(page.Done, _lanes.Sum(lane => lane.Read));
                free.Writer.TryWrite(page);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return Sum();
    }

    private async Task ReadAsync(Stretch stretch, ChannelReader<LogPage> free, ChannelWriter<LogPage> read, CancellationToken ct)
    {
        var log = new LogPages(database, tenants, stretch, outcomes: trial.Baseline is null);
        try
        {
            for (var after = stretch.After; after < stretch.Last; after += LogPages.Size)
            {
                var page = await free.ReadAsync(ct);
                var started = Stopwatch.GetTimestamp();
                await log.ReadAsync(after, page, ct);
                Reading += Stopwatch.GetElapsedTime(started);
                await read.WriteAsync(page, ct);
            }

            read.Complete();
        }
        catch (Exception failure)
        {
            read.Complete(failure);
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
