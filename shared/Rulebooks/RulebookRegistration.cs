using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WebcareHub.Contracts;
using WebcareHub.EventStore;

namespace WebcareHub.Rulebooks;

/// <summary>Registers the rulebook.</summary>
public static class RulebookRegistration
{
    /// <summary>One <see cref="Rulebook"/> for the whole process, whichever of its services asks first; by it the edge knows whether an exercise holds.</summary>
    public static IServiceCollection AddRulebook(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new Rulebook(
            provider.GetRequiredService<EventStore.EventStore>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.TryAddSingleton<ExerciseHolds>(provider =>
            async (municipality, ct) =>
                (await provider.GetRequiredService<Rulebook>().NowAsync(Exercise.Of(municipality), ct)).Crises.Count > 0
        );
        return services;
    }
}
