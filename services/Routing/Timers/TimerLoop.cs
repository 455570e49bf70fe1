namespace WebcareHub.Routing.Timers;

/// <summary>Looks every second for what has become due. Rows another process works on are skipped.</summary>
internal sealed class TimerLoop(IEnumerable<ITimedWork> work, TimeProvider time, ILogger<TimerLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var kind in work)
                await DoAllAsync(kind, stoppingToken);
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task DoAllAsync(ITimedWork kind, CancellationToken ct)
    {
        try
        {
            while (await kind.DoAsync(time.GetUtcNow(), ct) > 0) { }
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            log.LogWarning("{Work} waits for the next round: {Failure}", kind.GetType().Name, failure.GetType().Name);
        }
        catch (OperationCanceledException) { }
    }
}
