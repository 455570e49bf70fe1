using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using WebcareHub.ServiceDefaults.DeadLetters;

namespace WebcareHub.ServiceDefaults.Bus;

/// <summary>Everything off the hot path travels here.</summary>
public static class BusSetup
{
    /// <summary>Redeliveries by the broker itself, after crashes and lost connections.</summary>
    private const int DeliveryLimit = 1000;

    /// <summary>
    /// Adds consumers to the process's one bus. May be called by every feature: all calls come together in <c>BuildHub</c>. Name the queue
    /// with <c>x.AddConsumer&lt;T&gt;().OnQueue(Queues.…)</c>, or <c>PerProcess("screens")</c> for a queue that lives as long as the process.
    /// </summary>
    public static WebApplicationBuilder AddBus(this WebApplicationBuilder builder, Action<IBusRegistrationConfigurator> register)
    {
        Registrations(builder.Services).Add(register);
        return builder;
    }

    /// <summary>This consumer's durable queue, shared by all processes of the service.</summary>
    public static void OnQueue(this IConsumerRegistrationConfigurator consumer, string queue) =>
        consumer.Endpoint(endpoint => endpoint.Name = queue);

    /// <summary>A queue of this process alone, gone with it: every process gets every message.</summary>
    public static void PerProcess(this IConsumerRegistrationConfigurator consumer, string name) =>
        consumer.Endpoint(endpoint =>
        {
            endpoint.Name = $"{name}{OfThisProcess}";
            endpoint.Temporary = true;
        });

    internal static void ComposeBus(this WebApplicationBuilder builder)
    {
        Uri broker = new(builder.Configuration.Required("ConnectionStrings:RabbitMq"));
        List<Action<IBusRegistrationConfigurator>> registrations = Registrations(builder.Services);
        builder.Services.AddMassTransit(bus =>
        {
            bus.SetKebabCaseEndpointNameFormatter();
            bus.AddConfigureEndpointsCallback(ConfigureEndpoint);
            registrations.ForEach(register => register(bus));
            bus.UsingRabbitMq((context, rabbit) => Configure(context, rabbit, broker));
        });
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = false);
    }

    private static void Configure(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator rabbit, Uri broker)
    {
        rabbit.Host(broker, host => host.PublisherConfirmation = true);
        rabbit.MessageTopology.SetEntityNameFormatter(new MessageNames());
        rabbit.PrefetchCount = 32;
        rabbit.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(Infrastructure.IsAway);
            retry.Exponential(int.MaxValue, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(500));
        });
        rabbit.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(failure => !Infrastructure.IsAway(failure));
            retry.Intervals(100, 1000);
        });
        rabbit.ConfigureEndpoints(context);
    }

    private static void ConfigureEndpoint(IRegistrationContext context, string queue, IReceiveEndpointConfigurator endpoint)
    {
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit && !queue.EndsWith(OfThisProcess, StringComparison.Ordinal))
        {
            rabbit.SetQuorumQueue();
            rabbit.SetQueueArgument("x-delivery-limit", DeliveryLimit);
        }

        DeadLetterFilter filter = new(context.GetRequiredService<DeadLetterBox>(), queue);
        endpoint.ConfigureError(pipe => pipe.UseFilter(filter));
        endpoint.ConfigureDeadLetter(pipe => pipe.UseFilter(filter));
    }

    private static List<Action<IBusRegistrationConfigurator>> Registrations(IServiceCollection services)
    {
        Collected? collected = services.Select(service => service.ImplementationInstance).OfType<Collected>().SingleOrDefault();
        if (collected is null)
        {
            collected = new Collected();
            services.AddSingleton(collected);
        }

        return collected.Registrations;
    }

    private static readonly string OfThisProcess = $"-of-{Guid.NewGuid():N}";

    private sealed class Collected
    {
        internal List<Action<IBusRegistrationConfigurator>> Registrations { get; } = [];
    }
}
