namespace WebcareHub.Integration.Tests.Routing;

/// <summary>One Routing for all tests of a class; each test has its own posts and people.</summary>
public sealed class PublicHub : IAsyncLifetime
{
    internal RoutingHub Hub { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Hub = await RoutingHub.StartAsync();

    public ValueTask DisposeAsync() => Hub.DisposeAsync();
}
