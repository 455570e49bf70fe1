using System.Collections.Concurrent;
using System.Text;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.ServiceDefaults.Tests.HotPath;

/// <summary>Writes down what came; fails on command.</summary>
internal sealed class Recorder : IHotHandler
{
    internal ConcurrentBag<HotDelivery> Handled { get; } = [];

    internal Func<IReadOnlyList<HotDelivery>, Exception?> Fail { get; set; } = _ => null;

    /// <summary>Whose a message is.</summary>
    internal Func<HotDelivery, string> Subject { get; set; } = _ => "phone:31612345678";

    internal int Attempts;

    public Task HandleAsync(IReadOnlyList<HotDelivery> batch, CancellationToken ct)
    {
        Interlocked.Increment(ref Attempts);
        if (Fail(batch) is { } failure)
        {
            return Task.FromException(failure);
        }

        foreach (HotDelivery delivery in batch)
        {
            Handled.Add(delivery);
        }

        return Task.CompletedTask;
    }

    public IReadOnlyList<string> SubjectsOf(HotDelivery delivery) => [Subject(delivery)];

    internal static bool Holds(HotDelivery delivery, string text) =>
        Encoding.UTF8.GetString(delivery.Body.Span).Contains(text, StringComparison.Ordinal);
}
