namespace WebcareHub.Ingest.WhatsApp.Media;

/// <summary>More than 20 failed calls for media within an hour, and the platform blocks us for half an hour: stop before that.</summary>
internal sealed class FailedGets(TimeProvider time)
{
    private const int Most = 16;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly Queue<DateTimeOffset> failures = new();

    /// <summary>How long to leave the platform alone; zero when it may be called.</summary>
    public TimeSpan Pause
    {
        get
        {
            lock (failures)
            {
                var now = time.GetUtcNow();
                while (failures.TryPeek(out var oldest) && oldest < now - Hour)
                {
                    failures.Dequeue();
                }

                return failures.Count < Most ? TimeSpan.Zero : failures.Peek() + Hour - now;
            }
        }
    }

    public void Add()
    {
        lock (failures)
        {
            failures.Enqueue(time.GetUtcNow());
        }
    }
}
