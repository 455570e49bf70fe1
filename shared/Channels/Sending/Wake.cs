namespace WebcareHub.Channels.Sending;

/// <summary>Tells the loops of this process that there is work; other processes find it within half a second.</summary>
internal sealed class Wake
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private volatile TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Now() => Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>To be taken before looking for work, so that what comes in between is not missed.</summary>
    public Task Next => next.Task;

    public static Task AwaitAsync(Task next, CancellationToken ct) => Task.WhenAny(next, Task.Delay(Patience, ct));
}
