using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace WebcareHub.ServiceDefaults;

/// <summary>Refuses to start outside Development with one of Development's switches on.</summary>
internal static class DevelopmentOnly
{
    private static readonly string[] RealPlatforms = ["graph.facebook.com"];

    internal static void Check(IConfiguration configuration, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment() && SwitchedOn(configuration).ToList() is { Count: > 0 } switches)
        {
            throw new InvalidOperationException($"Only Development may set: {string.Join(", ", switches)}.");
        }
    }

    private static IEnumerable<string> SwitchedOn(IConfiguration configuration)
    {
        foreach (string section in new[] { "Development", "Apps:demo", "Simulator" })
        {
            if (configuration.GetSection(section).Exists())
            {
                yield return section;
            }
        }

        foreach (IConfigurationSection platform in configuration.GetSection("Platforms").GetChildren())
        {
            if (platform["BaseUrl"] is { } address && !IsReal(address))
            {
                yield return $"Platforms:{platform.Key}:BaseUrl";
            }
        }
    }

    private static bool IsReal(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme == Uri.UriSchemeHttps && RealPlatforms.Contains(uri.Host);
}
