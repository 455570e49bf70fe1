namespace WebcareHub.Workspace.Forwarding;

/// <summary>Which service answers which path. The longest prefix wins; the desk API is the rest of <c>/api</c>.</summary>
internal sealed class Destinations(Uri whatsApp, Uri routing, Uri blueprint)
{
    /// <summary>Null when no service is named: everything runs in this process.</summary>
    internal static Destinations? From(IConfiguration configuration)
    {
        var services = configuration.GetSection("Services");
        return services.Exists()
            ? new Destinations(Read(services, "WhatsApp"), Read(services, "Routing"), Read(services, "Blueprint"))
            : null;
    }

    /// <summary>Every service that describes an API.</summary>
    internal IReadOnlyList<Uri> All { get; } = [routing, whatsApp, blueprint];

    /// <summary>The service for a path, or null when no service has it.</summary>
    internal Uri? For(PathString path) =>
        prefixes.FirstOrDefault(prefix => path.StartsWithSegments(prefix.Path, StringComparison.Ordinal)).Service;

    private static Uri Read(IConfigurationSection services, string name) =>
        Uri.TryCreate(services[name], UriKind.Absolute, out var address)
            ? address
            : throw new InvalidOperationException($"Services__{name} must be the address of that service.");

    private readonly (string Path, Uri Service)[] prefixes =
    [
        ("/channels/whatsapp", whatsApp),
        ("/api/v1/accounts", whatsApp),
        ("/api/v1/files", whatsApp),
        ("/api/v1/releases", blueprint),
        ("/api/v1/municipalities", blueprint),
        ("/api", routing),
    ];
}
