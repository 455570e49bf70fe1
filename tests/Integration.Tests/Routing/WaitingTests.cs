using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using WebcareHub.Testing;

namespace WebcareHub.Integration.Tests.Routing;

public sealed class WaitingTests
{
    // A municipality of this test alone: meters are of the whole process.
    private const string Municipality = "GM0363";

    [Fact]
    public async Task The_meter_shows_how_many_conversations_wait_by_municipality()
    {
        await using var hub = await RoutingHub.StartAsync();
        await hub.SendAsync([.. Enumerable.Range(0, 3).Select(_ => Some.Message(Some.Person(), "Hallo", municipality: Municipality))]);
        await hub.WaitForAsync("routing.conversations", 3);
        await hub.MoveClockAsync(TimeSpan.FromMinutes(2)); // it is counted once a minute
        var shown = new ConcurrentQueue<long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "webcare.waiting")
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>(
            (_, value, tags, _) =>
            {
                if (tags.ToArray().Contains(KeyValuePair.Create<string, object?>("webcare.municipality", Municipality)))
                    shown.Enqueue(value);
            }
        );
        listener.Start();

        await Eventually.Async(
            () =>
            {
                listener.RecordObservableInstruments();
                return shown.Contains(3);
            },
            "three wait",
            90
        );
    }
}
