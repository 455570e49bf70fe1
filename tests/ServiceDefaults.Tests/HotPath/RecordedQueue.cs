using WebcareHub.ServiceDefaults.HotPath;
using WebcareHub.Testing;

namespace WebcareHub.ServiceDefaults.Tests.HotPath;

/// <summary>A service that records what comes in on one queue.</summary>
public abstract class RecordedQueue : IAsyncLifetime
{
    private protected const string Queue = "test.inbound";
    private protected TestService _service = null!;

    private protected HotPublisher Publisher => _service.Get<HotPublisher>();

    private protected Recorder Recorder => _service.Get<Recorder>();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _service = await TestService.StartAsync(builder => builder.Services.AddHotConsumer<Recorder>(Queue));
        await Eventually.Async(() => Publisher.IsConnected, "the publisher is connected");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
