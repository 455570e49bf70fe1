using System.Diagnostics;
using Microsoft.Extensions.Logging;
using WebcareHub.Contracts.Bus;
using WebcareHub.ServiceDefaults.DeadLetters;
using WebcareHub.ServiceDefaults.Exercising;
using WebcareHub.ServiceDefaults.Telemetry;

namespace WebcareHub.ServiceDefaults.HotPath;

/// <summary>
/// Brings a batch to its end: handled, or dead-lettered one by one. While infrastructure is away it waits, and so does the queue behind it.
/// </summary>
internal sealed class HotBatch(IHotHandler handler, DeadLetterBox deadLetters, ILogger<HotBatch> logger)
{
    private const int AttemptsAlone = 2;

    internal async Task HandleAsync(IReadOnlyList<HotDelivery> messages, CancellationToken ct)
    {
        using Activity? activity = StartActivity(messages);
        Exception? failure = await AttemptAsync(messages, ct);
        if (failure is null)
        {
            return;
        }

        logger.LogWarning("A batch of {Count} failed and is tried one by one: {Failure}", messages.Count, failure.GetType().Name);
        foreach (HotDelivery message in messages)
        {
            await HandleAloneAsync(message, ct);
        }
    }

    /// <summary>By whom a message is: those of the same go in the order they came. Of whom it cannot be read, it is on its own.</summary>
    internal string WhoseIs(HotDelivery message) => SubjectsOf(message) is [var first, ..] ? first : message.MessageId;

    private async Task HandleAloneAsync(HotDelivery message, CancellationToken ct)
    {
        Exception? failure = null;
        for (int attempt = 1; attempt <= AttemptsAlone; attempt++)
        {
            failure = await AttemptAsync([message], ct);
            if (failure is null)
            {
                return;
            }
        }

        logger.LogError(
            "Message {MessageId} of {Queue} is dead-lettered: {Failure}",
            message.MessageId,
            message.Queue,
            failure!.GetType().Name
        );
        await PatientlyAsync(() => deadLetters.KeepAsync(DeadMessage.From(message, SubjectsOf(message), failure!, AttemptsAlone), ct), ct);
    }

    /// <summary>Null when handled, else why not; returns only with a failure of the messages themselves.</summary>
    private async Task<Exception?> AttemptAsync(IReadOnlyList<HotDelivery> messages, CancellationToken ct)
    {
        try
        {
            CheckExercise(messages);
            await PatientlyAsync(() => handler.HandleAsync(messages, ct), ct);
            return null;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            return failure;
        }
    }

    private static void CheckExercise(IReadOnlyList<HotDelivery> messages)
    {
        foreach (HotDelivery message in messages.Where(message => Queues.IsOfChannel(message.Queue)))
        {
            NoExercise.Check(message.Municipality, message.Queue);
        }
    }

    /// <summary>Tries again for as long as infrastructure is away.</summary>
    private async Task PatientlyAsync(Func<Task> work, CancellationToken ct)
    {
        TimeSpan pause = TimeSpan.FromMilliseconds(100);
        while (true)
        {
            try
            {
                await work();
                return;
            }
            catch (Exception failure) when (Infrastructure.IsAway(failure) && !ct.IsCancellationRequested)
            {
                logger.LogWarning("Consumption waits {Pause} for infrastructure: {Failure}", pause, failure.GetType().Name);
                await Task.Delay(pause, ct);
                pause = TimeSpan.FromSeconds(Math.Min(pause.TotalSeconds * 2, 3));
            }
        }
    }

    private IReadOnlyList<string> SubjectsOf(HotDelivery message)
    {
        try
        {
            return handler.SubjectsOf(message);
        }
        catch (Exception failure)
        {
            logger.LogWarning("The people in a message could not be read: {Failure}", failure.GetType().Name);
            return [];
        }
    }

    /// <summary>A child of the publisher's trace when the batch has one trace, else a root that links to all.</summary>
    private static Activity? StartActivity(IReadOnlyList<HotDelivery> messages)
    {
        if (!Signals.Source.HasListeners())
        {
            return null;
        }

        List<ActivityContext> traces =
        [
            .. messages.Select(message => message.TraceParent).Distinct().Select(Parsed).OfType<ActivityContext>().Take(128),
        ];
        Activity? activity = Signals.Source.StartActivity(
            $"process {messages[0].Queue}",
            ActivityKind.Consumer,
            traces.Count == 1 ? traces[0] : default,
            links: traces.Count > 1 ? traces.Select(trace => new ActivityLink(trace)) : null
        );
        return activity?.SetTag("messaging.batch.message_count", messages.Count).SetTag("messaging.destination.name", messages[0].Queue);
    }

    private static ActivityContext? Parsed(string? traceParent) =>
        ActivityContext.TryParse(traceParent, null, isRemote: true, out ActivityContext context) ? context : null;
}
