using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace WebcareHub.Rulebooks;

/// <summary>Registers the rulebook.</summary>
public static class RulebookRegistration
{
    /// <summary>One <see cref="Rulebook"/> for the whole process, whichever of its services asks first.</summary>
    public static IServiceCollection AddRulebook(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new Rulebook(
            provider.GetRequiredService<EventStore.EventStore>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        return services;
    }
}
