using Microsoft.Extensions.Configuration;

namespace WebcareHub.ServiceDefaults;

/// <summary>Reads configuration that must be there.</summary>
public static class Configuration
{
    /// <summary>The value.</summary>
    /// <exception cref="MissingConfigurationException">There is none.</exception>
    public static string Required(this IConfiguration configuration, string key) =>
        configuration[key] is { Length: > 0 } value ? value : throw new MissingConfigurationException(key);
}

/// <summary>A process cannot start without this; the message names the key as an environment variable wants it.</summary>
public sealed class MissingConfigurationException(string key)
    : InvalidOperationException($"Configuration '{key.Replace(":", "__", StringComparison.Ordinal)}' is missing.");
