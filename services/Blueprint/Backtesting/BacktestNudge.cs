namespace WebcareHub.Blueprint.Backtesting;

/// <summary>Lets the queue look at once instead of in a moment; other processes look by themselves.</summary>
internal sealed class BacktestNudge : IDisposable
{
    private readonly SemaphoreSlim _told = new(0, 1);

    internal void Tell()
    {
        try
        {
            _told.Release();
        }
        catch (SemaphoreFullException)
        {
            // Told already.
        }
    }

    internal Task<bool> WaitAsync(TimeSpan most, CancellationToken ct) => _told.WaitAsync(most, ct);

    public void Dispose() => _told.Dispose();
}
