using Microsoft.Extensions.Configuration;

namespace WebcareHub.ServiceDefaults;

/// <summary>Reads configuration that must be there.</summary>
public static class Configuration
{
    /// <summary>The value, or an error that names the key as an environment variable wants it.</summary>
    public static string Required(this IConfiguration configuration, string key) =>
        configuration[key] is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"Configuration '{key.Replace(":", "__", StringComparison.Ordinal)}' is missing.");
}
