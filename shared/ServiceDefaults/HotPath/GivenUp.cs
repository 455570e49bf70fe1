using WebcareHub.ServiceDefaults.DeadLetters;

namespace WebcareHub.ServiceDefaults.HotPath;

/// <summary>
/// A message that was given out time and again without an end, as when it brings its process down, is set aside by the broker. Here it becomes
/// a dead letter like any other: shown, found by erasure, replayable to the queue it was on.
/// </summary>
internal sealed class GivenUp<THandler>(THandler handler, DeadLetterBox deadLetters) : IHotHandler
    where THandler : IHotHandler
{
    internal static readonly HotConsumerOptions Options = new()
    {
        Workers = 1,
        Prefetch = 1,
        BatchSize = 1,
    };

    private static readonly string Reason = $"The broker gave up after {HotQueues.DeliveryLimit} deliveries.";

    public async Task HandleAsync(IReadOnlyList<HotDelivery> batch, CancellationToken ct)
    {
        foreach (HotDelivery delivery in batch)
        {
            HotDelivery message = delivery with { Queue = HotQueues.MainOf(delivery.Queue) };
            await deadLetters.KeepAsync(DeadMessage.GivenUp(message, SubjectsOf(message), Reason, HotQueues.DeliveryLimit), ct);
        }
    }

    public IReadOnlyList<string> SubjectsOf(HotDelivery delivery)
    {
        try
        {
            return handler.SubjectsOf(delivery);
        }
        catch (Exception)
        {
            // It may be unreadable: then erasure looks for its people in the text.
            return [];
        }
    }
}
