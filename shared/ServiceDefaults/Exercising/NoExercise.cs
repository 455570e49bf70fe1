using System.Reflection;
using WebcareHub.Contracts;

namespace WebcareHub.ServiceDefaults.Exercising;

/// <summary>
/// Something of an exercise came where platforms are reached. That is a fault of whoever let it come this far: it is dead-lettered at once and
/// nothing is called.
/// </summary>
/// <param name="where">Which gate it was.</param>
public sealed class ExerciseRefusedException(string where)
    : InvalidOperationException($"An exercise reaches no platform: refused at {where}.");

/// <summary>The gate that stands wherever something could leave for a platform. Each place asks by itself and trusts none before it.</summary>
public static class NoExercise
{
    /// <summary>Goes by when this tenant is no exercise's.</summary>
    /// <exception cref="ExerciseRefusedException">It is.</exception>
    public static void Check(string? tenant, string where)
    {
        if (tenant is not null && Exercise.Is(tenant))
        {
            throw new ExerciseRefusedException(where);
        }
    }

    /// <summary>The same for a message of the bus, by the municipality it names.</summary>
    /// <exception cref="ExerciseRefusedException">It names an exercise's.</exception>
    public static void CheckMessage<T>(T message, string where)
        where T : class => Check(Named<T>.Municipality?.Invoke(message), where);

    /// <summary>Whether messages of this type name a municipality, so that the gate can see whose they are.</summary>
    public static bool CanSee<T>()
        where T : class => Named<T>.Municipality is not null;

    private static class Named<T>
        where T : class
    {
        internal static readonly Func<T, string?>? Municipality = typeof(T)
            .GetProperty("Municipality", BindingFlags.Public | BindingFlags.Instance, null, typeof(string), [], null)
            ?.GetMethod?.CreateDelegate<Func<T, string?>>();
    }
}
