namespace WebcareHub.PlatformSimulator.Webhooks;

/// <summary>What the platform tells the hub.</summary>
internal static class Webhooks
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services) =>
        services
            .AddSingleton<Manner>()
            .AddSingleton<Statuses>()
            .AddSingleton<Outbox>()
            .AddHostedService(provider => provider.GetRequiredService<Outbox>());
}
