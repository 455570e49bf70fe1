using System.Threading.RateLimiting;

namespace WebcareHub.Channels.Receiving;

/// <summary>How many posts are taken in at once. Beyond it a platform hears 503 and delivers again, instead of every post becoming slow.</summary>
public sealed class Admission : IDisposable
{
    private readonly ConcurrencyLimiter limiter = new(
        new()
        {
            PermitLimit = 512,
            QueueLimit = 512,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }
    );

    /// <summary>Waits for a place; <see cref="RateLimitLease.IsAcquired"/> is false when the line is full too.</summary>
    public ValueTask<RateLimitLease> EnterAsync(CancellationToken ct) => limiter.AcquireAsync(1, ct);

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();
}
