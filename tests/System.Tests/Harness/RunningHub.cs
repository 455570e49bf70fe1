namespace WebcareHub.SystemTests.Harness;

/// <summary>One hub for the tests of a class that do not stand in each other's way.</summary>
public sealed class RunningHub : IAsyncLifetime
{
    internal HubUnderTest Hub { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Hub = await HubUnderTest.StartAsync();

    public ValueTask DisposeAsync() => Hub?.DisposeAsync() ?? ValueTask.CompletedTask;
}
