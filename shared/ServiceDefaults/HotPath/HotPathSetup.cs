using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WebcareHub.ServiceDefaults.DeadLetters;

namespace WebcareHub.ServiceDefaults.HotPath;

/// <summary>Registers the two ends of the hot path.</summary>
public static class HotPathSetup
{
    /// <summary>Consumes <paramref name="queue"/> with one <typeparamref name="THandler"/>, a singleton.</summary>
    public static IServiceCollection AddHotConsumer<THandler>(
        this IServiceCollection services,
        string queue,
        HotConsumerOptions? options = null
    )
        where THandler : class, IHotHandler
    {
        services.TryAddSingleton<THandler>();
        services.TryAddSingleton<GivenUp<THandler>>();
        services.AddConsumer<THandler>(queue, options ?? new HotConsumerOptions());
        services.AddConsumer<GivenUp<THandler>>(HotQueues.LimitOf(queue), GivenUp<THandler>.Options);
        return services;
    }

    private static void AddConsumer<THandler>(this IServiceCollection services, string queue, HotConsumerOptions options)
        where THandler : class, IHotHandler =>
        services.AddSingleton<IHostedService>(provider => new HotConsumer(
            queue,
            options,
            provider.GetRequiredService<HotConnection>(),
            new HotBatch(
                provider.GetRequiredService<THandler>(),
                provider.GetRequiredService<DeadLetterBox>(),
                provider.GetRequiredService<ILogger<HotBatch>>()
            )
        ));

    /// <summary>The publisher, once per process. <paramref name="broker"/> is an AMQP address, <paramref name="service"/> is shown at the broker.</summary>
    internal static void AddHotPath(this IServiceCollection services, Uri broker, string service)
    {
        services.TryAddSingleton(provider => new HotConnection(broker, service, provider.GetRequiredService<ILogger<HotConnection>>()));
        services.TryAddSingleton(provider => new HotPublisher(provider.GetRequiredService<HotConnection>()));
        services.AddHostedService(provider => provider.GetRequiredService<HotPublisher>());
    }
}
