using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Testing;

namespace WebcareHub.EventStore.Tests;

/// <summary>A started process with the store in it, on a fresh database of its own or on that of another.</summary>
public sealed class TestStore : IAsyncDisposable
{
    public const string Municipality = "GM0088";
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly IHost _host;
    private readonly bool _ownsDatabase;
    private bool _stopped;

    private TestStore(IHost host, TestDatabase postgres, bool ownsDatabase, string deletions) =>
        (_host, Postgres, _ownsDatabase, DeletionsPath) = (host, postgres, ownsDatabase, deletions);

    public TestDatabase Postgres { get; }

    public string DeletionsPath { get; }

    public EventStore Store => Get<EventStore>();

    public Vault Vault => Get<Vault>();

    public Feed Feed => Get<Feed>();

    public Database Database => Get<Database>();

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public static async Task<TestStore> StartAsync(
        Action<IServiceCollection>? services = null,
        TestStore? beside = null,
        TestDatabase? on = null,
        string? connection = null
    )
    {
        var postgres = on ?? beside?.Postgres ?? await TestDatabase.CreateAsync();
        var deletions = beside?.DeletionsPath ?? Path.Combine(Path.GetTempPath(), $"deletions-{Guid.NewGuid():N}");
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Vault:MasterKey"] = Convert.ToBase64String(new byte[32]),
                ["Vault:HashKey"] = Convert.ToBase64String(new byte[32]),
                ["Deletions:Path"] = deletions,
            }
        );
        builder.Services.AddWebcareDatabase(connection ?? postgres.ConnectionString);
        builder.Services.AddMigrations<TestStore>("reading");
        services?.Invoke(builder.Services);
        var host = builder.Build();
        await host.StartAsync(None);
        return new TestStore(host, postgres, beside is null, deletions);
    }

    public Task<EventSession> OpenAsync(string municipality = Municipality) => Store.OpenAsync([municipality], null, None);

    public async Task AppendAsync(StreamKey stream, long expected, Guid? resident, params object[] events)
    {
        await using var session = await OpenAsync(stream.Tenant);
        session.Append(stream, expected, events, resident);
        await session.CommitAsync(None);
    }

    public async Task<IReadOnlyList<RecordedEvent>> ReadAsync(StreamKey stream)
    {
        await using var session = await OpenAsync(stream.Tenant);
        return await session.ReadAsync(stream, None);
    }

    public static StreamKey NewStream(string municipality = Municipality) => new(municipality, $"conversation-{Guid.CreateVersion7()}");

    public static MessageReceived Message(string? text, string? author = null, string? file = null) =>
        new(
            Guid.NewGuid(),
            Guid.NewGuid(),
            null,
            author,
            MessageKind.Text,
            text,
            null,
            file is null ? [] : [new AttachmentAnnounced(Guid.NewGuid(), "image/png", file)],
            null,
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.UnixEpoch
        );

    public static Claimed Claim(string name = "Sanne") => new(new AgentRef("agent-1", name), DateTimeOffset.UnixEpoch);

    public async Task<T?> AsOwnerAsync<T>(string sql, params object[] parameters) => await Postgres.ScalarAsync<T>(sql, parameters);

    /// <summary>Stops as a process does that is told to; its database stays.</summary>
    public async Task DisposeHostAsync()
    {
        if (!_stopped)
        {
            _stopped = true;
            await _host.StopAsync(None);
            await ((IAsyncDisposable)_host).DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await DisposeHostAsync();
        if (_ownsDatabase)
        {
            await Postgres.DisposeAsync();
            Directory.CreateDirectory(DeletionsPath).Delete(recursive: true);
        }
    }
}
