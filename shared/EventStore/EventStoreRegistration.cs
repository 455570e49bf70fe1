using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace WebcareHub.EventStore;

/// <summary>Registers the database and the event store. Everything may be called by several services in one process.</summary>
public static class EventStoreRegistration
{
    /// <summary>
    /// Database, migrations (run before anything else starts), <see cref="EventStore"/>, <see cref="Vault"/>, <see cref="Pseudonyms"/> and
    /// <see cref="Feed"/>. Reads <c>Vault:MasterKey</c>, <c>Vault:HashKey</c> and <c>Deletions:Path</c> from the configuration.
    /// </summary>
    public static IServiceCollection AddWebcareDatabase(this IServiceCollection services, string connectionString)
    {
        if (services.Any(service => service.ServiceType == typeof(Database)))
        {
            return services;
        }
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new Database(connectionString));
        services.AddSingleton<Migrations>();
        services.AddSingleton<CommitNotifier>();
        services.AddHostedService(provider => provider.GetRequiredService<CommitNotifier>());
        services.AddSingleton(provider => new EventStore(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<EventRegistry>(),
            provider.GetRequiredService<Vault>(),
            provider.GetRequiredService<CommitNotifier>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<Feed>();
        services.AddSingleton<FeedSource>();
        services.AddSingleton(SettledLog.From);
        services.AddSingleton<FeedMetrics>();
        services.AddHostedService<FeedLeader>();
        services.AddSingleton<Vault>();
        services.AddSingleton<DeletionLedger>();
        services.AddSingleton<DeletionReplay>();
        services.AddSingleton(provider => new Pseudonyms(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<FileIds>();
        services.AddSingleton<Mentions>();
        services.AddSingleton(provider => EventRegistry.From(provider.GetServices<Action<EventRegistry>>()));
        services.AddHostedService<DatabaseStart>();
        return services;
    }

    /// <summary>Migrations of the assembly of <typeparamref name="TMarker"/>, after the store's own and in order of registration.</summary>
    public static IServiceCollection AddMigrations<TMarker>(this IServiceCollection services, string name) =>
        services.AddSingleton(new MigrationSet(name, typeof(TMarker).Assembly));

    /// <summary>Event types, aliases and upcasters beside those of Contracts, which are known already.</summary>
    public static IServiceCollection AddEvents(this IServiceCollection services, Action<EventRegistry> register) =>
        services.AddSingleton(register);

    /// <summary>Follows the log with <typeparamref name="T"/>; a singleton.</summary>
    public static IServiceCollection AddFeedSubscriber<T>(this IServiceCollection services)
        where T : class, IFeedSubscriber
    {
        services.TryAddSingleton<T>();
        return services.AddSingleton<IFeedSubscriber>(provider => provider.GetRequiredService<T>());
    }

    /// <summary>What this service removes when a deletion is replayed after a restore; a singleton, once however often it is added.</summary>
    public static IServiceCollection AddForgetResident<T>(this IServiceCollection services)
        where T : class, IForgetResident
    {
        services.TryAddSingleton<T>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IForgetResident, T>(provider => provider.GetRequiredService<T>()));
        return services;
    }
}
