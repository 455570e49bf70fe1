namespace WebcareHub.SystemTests.Harness;

/// <summary>One hub for tests that do not stand in each other's way.</summary>
public sealed class RunningHub : IAsyncLifetime
{
    internal HubUnderTest Hub { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Hub = await HubUnderTest.StartAsync();

    public ValueTask DisposeAsync() => Hub?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>The classes that share it; each keeps to municipalities of its own.</summary>
[CollectionDefinition]
public sealed class OneHub : ICollectionFixture<RunningHub>;

/// <summary>A hub on servers of its own, which a test may kill; each class leaves it in working order.</summary>
public sealed class MortalHub : IAsyncLifetime
{
    internal HubUnderTest Hub { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Hub = await HubUnderTest.StartAsync(ownServers: true);

    public ValueTask DisposeAsync() => Hub?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>The classes that share it, one after the other; each with residents of its own.</summary>
[CollectionDefinition(nameof(Mortal))]
public sealed class Mortal : ICollectionFixture<MortalHub>;
