namespace WebcareHub.EventStore;

/// <summary>The settled horizon as this process last read it; one reader, many who wait.</summary>
internal sealed class Horizon
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _moved = New();
    private long _value;

    internal long Value => Interlocked.Read(ref _value);

    internal void MoveTo(long value)
    {
        lock (_gate)
        {
            if (value == _value)
            {
                return;
            }
            Interlocked.Exchange(ref _value, value);
            _moved.SetResult();
            _moved = New();
        }
    }

    /// <summary>Returns when the horizon lies beyond a place, or the time is up.</summary>
    internal async Task WaitBeyondAsync(long place, TimeSpan atMost, CancellationToken ct)
    {
        Task moved;
        lock (_gate)
        {
            if (_value > place)
            {
                return;
            }
            moved = _moved.Task;
        }
        await moved.WaitAsync(atMost, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
