using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace WebcareHub.Channels.Webhooks;

/// <summary>The platform apps whose webhooks come here: configuration <c>Apps:NAME:Secret</c>, <c>Apps:NAME:VerifyToken</c> and <c>Apps:NAME:Id</c>.</summary>
public sealed class PlatformApps(IConfiguration configuration, IHostEnvironment environment)
{
    private readonly ConcurrentDictionary<string, PlatformApp?> known = new(StringComparer.Ordinal);

    /// <summary>A platform app: what signs its posts, and what it must show when it asks for us.</summary>
    /// <param name="Id">The platform's id of it, by which its own sendings are known.</param>
    public sealed record PlatformApp(string Name, byte[] Secret, string? VerifyToken, string? Id = null);

    /// <summary>Null for an app that is not configured, and for the demo's app outside Development.</summary>
    public PlatformApp? Find(string name) =>
        name.Length <= 100 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? known.TryGetValue(name, out var app)
                ? app
                : Read(name)
            : null;

    // Only configured apps are remembered, or anybody could fill the memory with names.
    private PlatformApp? Read(string name)
    {
        var section = configuration.GetSection($"Apps:{name}");
        return section["Secret"] is { Length: > 0 } secret && (name != "demo" || environment.IsDevelopment())
            ? known[name] = new(name, Encoding.UTF8.GetBytes(secret.Trim()), section["VerifyToken"]?.Trim(), section["Id"]?.Trim())
            : null;
    }
}
