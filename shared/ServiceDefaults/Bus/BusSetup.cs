using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WebcareHub.Contracts.Bus;
using WebcareHub.ServiceDefaults.DeadLetters;
using WebcareHub.ServiceDefaults.Exercising;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.ServiceDefaults.Bus;

/// <summary>Everything off the hot path travels here.</summary>
public static class BusSetup
{
    /// <summary>Redeliveries by the broker itself, after crashes and lost connections.</summary>
    private const int DeliveryLimit = 1000;

    /// <summary>Consumes a durable queue that all processes of the service share. A queue may have several consumers, for a message each.</summary>
    public static WebApplicationBuilder AddConsumer<TConsumer>(this WebApplicationBuilder builder, string queue)
        where TConsumer : class, IConsumer => builder.Add(new Listener(typeof(TConsumer), queue, OfThisProcess: false));

    /// <summary>Consumes a queue of this process alone, gone with it: every process gets every message.</summary>
    public static WebApplicationBuilder AddConsumerPerProcess<TConsumer>(this WebApplicationBuilder builder, string name)
        where TConsumer : class, IConsumer =>
        builder.Add(new Listener(typeof(TConsumer), $"{name}-of-{Guid.NewGuid():N}", OfThisProcess: true));

    internal static void ComposeBus(this WebApplicationBuilder builder)
    {
        Uri broker = new(builder.Configuration.Required("ConnectionStrings:RabbitMq"));
        Listener[] listeners = [.. builder.Services.Select(service => service.ImplementationInstance).OfType<Listener>()];
        builder.Services.AddSingleton(_ => new OutgoingBus(broker));
        builder.Services.AddSingleton(services => new ListeningBus(
            () => Create(services.GetRequiredService<IBusRegistrationContext>(), listeners, broker),
            services.GetRequiredService<HotPublisher>(),
            services.GetRequiredService<ILoggerFactory>()
        ));
        builder.Services.AddSingleton<IBusDepot>(services => services.GetRequiredService<ListeningBus>());
        // Names no transport: the bus itself is made by ListeningBus, as often as it takes.
        builder.Services.AddMassTransit(bus =>
        {
            foreach (Listener listener in listeners)
            {
                bus.AddConsumer(listener.Consumer);
            }
        });
        builder.Services.AddTransient<IBus>(_ => throw new InvalidOperationException("The bus only listens. Speak over OutgoingBus."));
    }

    private static WebApplicationBuilder Add(this WebApplicationBuilder builder, Listener listener)
    {
        builder.Services.AddSingleton(listener);
        return builder;
    }

    private static IBusControl Create(IBusRegistrationContext context, Listener[] listeners, Uri broker) =>
        MassTransit.Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(broker);
            rabbit.MessageTopology.SetEntityNameFormatter(new MessageNames());
            rabbit.PrefetchCount = 32;
            rabbit.UseMessageRetry(retry =>
            {
                retry.Handle<Exception>(Infrastructure.IsAway);
                retry.Exponential(int.MaxValue, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(500));
            });
            rabbit.UseMessageRetry(retry =>
            {
                retry.Handle<Exception>(failure => !Infrastructure.IsAway(failure) && failure is not ExerciseRefusedException);
                retry.Intervals(100, 1000);
            });
            foreach (IGrouping<string, Listener> queue in listeners.GroupBy(listener => listener.Queue))
            {
                rabbit.ReceiveEndpoint(queue.Key, endpoint => Configure(endpoint, context, [.. queue]));
            }
        });

    private static void Configure(IRabbitMqReceiveEndpointConfigurator endpoint, IBusRegistrationContext context, Listener[] listeners)
    {
        if (listeners[0].OfThisProcess)
        {
            endpoint.AutoDelete = true;
            endpoint.Durable = false;
        }
        else
        {
            endpoint.SetQuorumQueue();
            endpoint.SetQueueArgument("x-delivery-limit", DeliveryLimit);
        }

        DeadLetterFilter filter = new(context.GetRequiredService<DeadLetterBox>(), listeners[0].Queue);
        endpoint.ConfigureError(pipe => pipe.UseFilter(filter));
        endpoint.ConfigureDeadLetter(pipe => pipe.UseFilter(filter));
        if (Queues.IsOfChannel(listeners[0].Queue))
        {
            endpoint.UseConsumeFilter(typeof(ExerciseFilter<>), context);
        }

        foreach (Listener listener in listeners)
        {
            endpoint.ConfigureConsumer(context, listener.Consumer);
        }
    }

    /// <summary>Who consumes what.</summary>
    internal sealed record Listener(Type Consumer, string Queue, bool OfThisProcess);
}
