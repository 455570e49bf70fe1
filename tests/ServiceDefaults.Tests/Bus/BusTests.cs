using System.Collections.Concurrent;
using MassTransit;
using WebcareHub.ServiceDefaults.Bus;
using WebcareHub.ServiceDefaults.HotPath;
using WebcareHub.Testing;

namespace WebcareHub.ServiceDefaults.Tests.Bus;

public sealed class BusTests : IAsyncLifetime
{
    private const string Queue = "test.said";
    private const int Speakers = 16;
    private readonly ConcurrentDictionary<int, bool> _said = [];
    private readonly CancellationTokenSource _enough = new();
    private TestService _service = null!;
    private int _refused;
    private int _last;

    private Ear Heard => _service.Get<Ear>();

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.StartAsync(builder =>
        {
            builder.Services.AddSingleton<Ear>();
            builder.AddConsumer<Listener>(Queue);
        });
        await Eventually.Async(() => _service.Broker.IsBoundAsync(Queue), bound => bound, "the listener is there");
    }

    public async ValueTask DisposeAsync()
    {
        _enough.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task What_was_said_is_heard_although_the_broker_is_cut_off_and_falls_silent_and_comes_back()
    {
        Task[] speaking = [.. Enumerable.Range(0, Speakers).Select(_ => Task.Run(SpeakAsync))];
        await GoesOnAsync("before");

        await _service.Broker.CloseConnectionsAsync();
        await GoesOnAsync("after a cut");

        _service.Broker.SetSilent(true);
        await RefusesAsync("a silent broker");
        _service.Broker.SetSilent(false);
        await GoesOnAsync("after the silence");

        await _service.Broker.SetAwayAsync(true);
        await RefusesAsync("a broker that is away");
        await _service.Broker.SetAwayAsync(false);
        await GoesOnAsync("after it was away");

        await _enough.CancelAsync();
        await Task.WhenAll(speaking);
        await Eventually.Async(() => _said.Keys.All(Heard.Numbers.ContainsKey), "all that was taken is heard", 60);
    }

    [Fact]
    public async Task A_queue_that_nobody_made_is_an_error_of_its_own_and_keeps_the_connection() =>
        await Should.ThrowAsync<MessageReturnedException>(() =>
            _service.Get<OutgoingBus>().SendAsync("test.nobody", new Remark(1), CancellationToken.None)
        );

    private async Task SpeakAsync()
    {
        OutgoingBus bus = _service.Get<OutgoingBus>();
        while (!_enough.IsCancellationRequested)
        {
            int number = Interlocked.Increment(ref _last);
            try
            {
                await bus.SendAsync(Queue, new Remark(number), CancellationToken.None);
                _said[number] = true;
            }
            catch (BrokerAwayException)
            {
                Interlocked.Increment(ref _refused);
                await Task.Delay(50);
            }
        }
    }

    private async Task GoesOnAsync(string when)
    {
        (int said, int heard) = (_said.Count, Heard.Numbers.Count);
        await Eventually.Async(() => _said.Count > said + 200, $"speaking goes on {when}", 60);
        await Eventually.Async(() => Heard.Numbers.Count > heard + 200, $"hearing goes on {when}", 60);
    }

    private async Task RefusesAsync(string whom)
    {
        int refused = Volatile.Read(ref _refused);
        await Eventually.Async(() => Volatile.Read(ref _refused) >= refused + Speakers, $"every speaker is refused by {whom}", 60);
    }

    internal sealed record Remark(int Number);

    internal sealed class Ear
    {
        internal ConcurrentDictionary<int, bool> Numbers { get; } = [];
    }

    internal sealed class Listener(Ear ear) : IConsumer<Remark>
    {
        public Task Consume(ConsumeContext<Remark> context)
        {
            ear.Numbers[context.Message.Number] = true;
            return Task.CompletedTask;
        }
    }
}
