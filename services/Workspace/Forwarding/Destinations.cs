namespace WebcareHub.Workspace.Forwarding;

/// <summary>Which service answers which path. The longest prefix wins; the desk API is the rest of <c>/api</c>.</summary>
internal sealed class Destinations
{
    private static readonly string[] Blueprints =
    [
        "backtests",
        "blueprint",
        "care",
        "choices",
        "drafts",
        "drift",
        "formulas",
        "ideas",
        "memberships",
        "municipalities",
        "offers",
        "plans",
        "proposals",
        "releases",
        "reviews",
        "searches-in-vain",
        "shared-entries",
        "teams",
        "unanswered",
    ];

    private static readonly string[] Crises = ["core-messages", "crises", "offices", "rehearsals", "rumours"];

    private static readonly string[] Monitored = ["environment-analyses", "figures", "hours-bank", "newsroom", "open-data", "reports"];

    private readonly (string Path, Uri? Service)[] prefixes;

    private Destinations(IConfigurationSection services)
    {
        var (routing, blueprint, whatsApp) = (Read(services, "Routing"), Read(services, "Blueprint"), Read(services, "WhatsApp"));
        var (social, chat) = (Find(services, "Social"), Find(services, "Chat"));
        var (crisis, monitoring) = (Find(services, "Crisis"), Find(services, "Monitoring"));
        All = [.. new[] { routing, whatsApp, blueprint, chat, crisis, monitoring }.OfType<Uri>()];
        prefixes =
        [
            ("/channels/whatsapp", whatsApp),
            ("/channels/chat", chat),
            ("/channels", social),
            ("/api/v1/accounts", whatsApp),
            ("/api/v1/files", whatsApp),
            ("/api/v1/chat", chat),
            .. Blueprints.Select(path => ($"/api/v1/{path}", (Uri?)blueprint)),
            .. Crises.Select(path => ($"/api/v1/{path}", crisis)),
            .. Monitored.Select(path => ($"/api/v1/{path}", monitoring)),
            ("/crisis", crisis),
            ("/api", routing),
        ];
    }

    /// <summary>Null when no service is named: everything runs in this process.</summary>
    internal static Destinations? From(IConfiguration configuration)
    {
        var services = configuration.GetSection("Services");
        return services.Exists() ? new Destinations(services) : null;
    }

    /// <summary>Every service that describes an API of its own. Accounts and files are described once, by WhatsApp's.</summary>
    internal IReadOnlyList<Uri> All { get; }

    /// <summary>The service for a path, or null when no service has it.</summary>
    internal Uri? For(PathString path) =>
        prefixes.FirstOrDefault(prefix => path.StartsWithSegments(prefix.Path, StringComparison.Ordinal)).Service;

    private static Uri Read(IConfigurationSection services, string name) =>
        Find(services, name) ?? throw new InvalidOperationException($"Services__{name} must be the address of that service.");

    // A channel's service can be left out: who has no such channel need not run it.
    private static Uri? Find(IConfigurationSection services, string name) =>
        services[name] is not { } told ? null
        : Uri.TryCreate(told, UriKind.Absolute, out var address) ? address
        : throw new InvalidOperationException($"Services__{name} must be the address of that service.");
}
