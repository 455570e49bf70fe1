using WebcareHub.EventStore;

namespace WebcareHub.Benchmarks;

/// <summary>The event store alone in a host, with one subscriber that only counts, unless nothing is to follow.</summary>
internal static class StoreHost
{
    internal static IHost Build(string connectionString, TimeProvider? clock = null, bool counting = true)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["Vault:MasterKey"] = Convert.ToBase64String(new byte[32]);
        builder.Configuration["Vault:HashKey"] = Convert.ToBase64String(new byte[32]);
        builder.Configuration["Deletions:Path"] = Directory.CreateTempSubdirectory("webcare-bench-").FullName;
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddWebcareDatabase(connectionString);
        if (counting)
        {
            builder.Services.AddFeedSubscriber<CountingSubscriber>();
        }

        return builder.Build();
    }
}

/// <summary>Counts what passes.</summary>
internal sealed class CountingSubscriber : IFeedSubscriber
{
    private long _seen;

    public string Name => "bench.counting:All";

    public IReadOnlyCollection<Type>? Types => null;

    internal long Seen => Interlocked.Read(ref _seen);

    public Task HandleAsync(FeedBatch batch, CancellationToken ct)
    {
        Interlocked.Add(ref _seen, batch.Events.Count);
        return Task.CompletedTask;
    }
}
