using System.Net.Http.Headers;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults.Authentication;

namespace WebcareHub.SystemTests.Harness;

/// <summary>The services as separate processes on real servers, with the platform beside them and the blueprint published.</summary>
internal sealed class HubUnderTest : IAsyncDisposable
{
    /// <summary>The demo's municipalities and their numbers at the platform.</summary>
    public static readonly IReadOnlyList<(string Municipality, string Number)> Accounts =
    [
        ("GM0088", "100000088"),
        ("GM0072", "100000072"),
        ("GM0193", "100000193"),
    ];

    private readonly string folder;
    private readonly DevelopmentSigner signer;

    private long ahead;
    private Task? social;
    private Task? chat;

    private HubUnderTest(string folder, Servers servers, SimulatorHost platform, TestIssuer issuer, TelemetrySink? telemetry)
    {
        (this.folder, Servers, Platform, Issuer) = (folder, servers, platform, issuer);
        var settings = ServiceSettings.For(servers.Postgres, servers.RabbitMq, folder);
        foreach (var network in new[] { "WhatsApp", "Meta", "X" })
            settings[$"Platforms__{network}__BaseUrl"] = platform.Address.ToString();
        settings["Issuers__0__Authority"] = issuer.Authority;
        settings["Issuers__0__Municipalities__0"] = "GM0072";
        settings["RateLimit__PerSecond"] = "10000";
        if (telemetry is not null)
        {
            settings["Otel__Endpoint"] = telemetry.Address;
            settings["OTEL_METRIC_EXPORT_INTERVAL"] = "2000"; // milliseconds; a minute by itself
        }
        Settings = settings;
        Ingest = new ServiceProcess("Ingest.WhatsApp", settings);
        Social = new ServiceProcess("Ingest.Social", settings);
        Chat = new ServiceProcess("Ingest.Chat", settings);
        Routing = new ServiceProcess("Routing", settings);
        Blueprint = new ServiceProcess("Blueprint", settings);
        Monitoring = new ServiceProcess("Monitoring", settings);
        Crisis = new ServiceProcess("Crisis", settings);
        Workspace = new ServiceProcess("Workspace", FrontDoor(settings));
        OneProcess = new ServiceProcess("Hub", settings, "serve");
        signer = new DevelopmentSigner(settings["Development__SignerKey"]);
    }

    public Servers Servers { get; }

    /// <summary>The environment of every service, keys included.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    public SimulatorHost Platform { get; }

    /// <summary>The identity provider of GM0072, and of no other.</summary>
    public TestIssuer Issuer { get; }

    public SimulatorClient Residents => Platform.Client;

    public ServiceProcess Ingest { get; }

    /// <summary>Runs after <see cref="StartSocialAsync"/>.</summary>
    public ServiceProcess Social { get; }

    /// <summary>Runs after <see cref="StartChatAsync"/>.</summary>
    public ServiceProcess Chat { get; }

    public ServiceProcess Routing { get; }

    public ServiceProcess Blueprint { get; }

    /// <summary>Runs after <see cref="StartFrontsAsync"/>.</summary>
    public ServiceProcess Monitoring { get; }

    /// <summary>Runs after <see cref="StartFrontsAsync"/>.</summary>
    public ServiceProcess Crisis { get; }

    /// <summary>Runs after <see cref="StartFrontsAsync"/>: the workspace, which forwards to the others.</summary>
    public ServiceProcess Workspace { get; }

    /// <summary>Runs after <see cref="StartFrontsAsync"/>: every service once more, in one process.</summary>
    public ServiceProcess OneProcess { get; }

    /// <summary>What every clock says.</summary>
    public DateTimeOffset Now => DateTimeOffset.UtcNow.AddSeconds(ahead);

    public IEnumerable<string> Logs => Services.SelectMany(service => service.Log);

    private IEnumerable<ServiceProcess> Services => [Ingest, Social, Chat, Routing, Blueprint, Monitoring, Crisis, Workspace, OneProcess];

    /// <param name="ownServers">For a test that kills PostgreSQL or RabbitMQ.</param>
    /// <param name="telemetry">Where traces, figures and logs go; nowhere when null.</param>
    public static async Task<HubUnderTest> StartAsync(bool ownServers = false, TelemetrySink? telemetry = null)
    {
        var folder = NewFolder();
        var servers = ownServers ? await Servers.OwnAsync(folder) : await Servers.ShareAsync();
        var hub = new HubUnderTest(folder, servers, await SimulatorHost.StartAsync(), await TestIssuer.StartAsync(), telemetry);
        try
        {
            await hub.Blueprint.StartAsync();
            await hub.MoveClock(OfficeHours.SecondsAhead(DateTimeOffset.UtcNow));
            await hub.PublishBlueprint();
            await Task.WhenAll(hub.Routing.StartAsync(), hub.Ingest.StartAsync());
            await hub.RegisterAccounts();
            await hub.Residents.Behave(new Behaviour(Hub: new Uri(hub.Ingest.Address, "channels/whatsapp/demo").ToString()));
            return hub;
        }
        catch
        {
            await hub.DisposeAsync();
            throw;
        }
    }

    /// <summary>Every service at once, without a word of warning.</summary>
    public Task KillAsync() => Task.WhenAll(Services.Select(service => service.KillAsync()));

    /// <summary>Once; what asks later waits for the first.</summary>
    public Task StartSocialAsync() => social ??= Social.StartAsync();

    /// <inheritdoc cref="StartSocialAsync"/>
    public Task StartChatAsync() => chat ??= Chat.StartAsync();

    public Task StartFrontsAsync() =>
        Task.WhenAll(
            StartSocialAsync(),
            StartChatAsync(),
            Monitoring.StartAsync(),
            Crisis.StartAsync(),
            Workspace.StartAsync(),
            OneProcess.StartAsync()
        );

    /// <summary>The desk API for a colleague of this municipality.</summary>
    public Desk Desk(string municipality, string id = "agent-1", params string[] roles) =>
        new(Routing.Address, Token(municipality, id, roles is [] ? ["webcare"] : roles));

    public string Token(string municipality, string id, params string[] roles) => signer.Token(id, $"Collega {id}", municipality, roles);

    /// <summary>A token that is wrong in one way: its time or its audience.</summary>
    public string Token(string municipality, TimeSpan valid, string audience, string[] roles) =>
        signer.Token("agent-1", "Collega", municipality, roles, valid, audience);

    /// <summary>The API of a service, signed in with a token.</summary>
    public static HttpClient Api(Uri address, string token) =>
        new() { BaseAddress = address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };

    /// <summary>One number from the database, as the owner sees it: past every wall. Asked again and again, it notices a service that fell over.</summary>
    public Task<long> Count(string sql)
    {
        foreach (var service in Services)
            service.ThrowIfFallen();
        return Sql.ScalarAsync<long>(Servers.Postgres, sql);
    }

    /// <summary>The one value that there is.</summary>
    public async Task<T> ReadAsync<T>(string sql) => (await ColumnAsync<T>(sql)).Single();

    public Task<IReadOnlyList<T>> ColumnAsync<T>(string sql) => Sql.ColumnAsync<T>(Sql.Unpooled(Servers.Postgres), sql);

    public Task<long> StoredMessages() => Count("select count(*) from events.mt_events where type = 'message_received'");

    public Task<long> DeadLetters() => Count("select count(*) from hub.dead_letters");

    public async ValueTask DisposeAsync()
    {
        await Platform.DisposeAsync();
        await Issuer.DisposeAsync();
        foreach (var service in Services)
            await service.DisposeAsync();
        await Servers.DisposeAsync();
        Directory.Delete(folder, true);
    }

    private Dictionary<string, string> FrontDoor(Dictionary<string, string> settings) =>
        new(settings)
        {
            ["Services__WhatsApp"] = Ingest.Address.ToString(),
            ["Services__Chat"] = Chat.Address.ToString(),
            ["Services__Routing"] = Routing.Address.ToString(),
            ["Services__Blueprint"] = Blueprint.Address.ToString(),
            ["Services__Monitoring"] = Monitoring.Address.ToString(),
            ["Services__Crisis"] = Crisis.Address.ToString(),
            ["Oidc__Authority"] = Issuer.Authority,
            ["Oidc__ClientId"] = "workspace",
            ["Oidc__ClientSecret"] = "geheim",
        };

    /// <summary>PostgreSQL may run as another user, who must be able to pass through.</summary>
    private static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("webcare-system-").FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return folder;
    }

    /// <summary>Sets every clock this much further ahead: the services' and the platform's.</summary>
    public async Task MoveClock(long seconds)
    {
        ahead += seconds;
        using var http = Api(Blueprint.Address, Token("GM0088", "operator", "operator", "admin"));
        (await http.PutAsJsonAsync("api/v1/development/clock", new { offsetSeconds = ahead })).EnsureSuccessStatusCode();
        await Residents.Behave(new Behaviour(ClockOffsetSeconds: ahead));
    }

    private async Task PublishBlueprint()
    {
        using var http = Api(Blueprint.Address, Token("GM0088", "operator", "operator", "admin"));
        foreach (var layer in LayerFiles.FromBlueprint(ProjectFolders.Blueprint))
        {
            using var answer = await http.PostAsJsonAsync("api/v1/releases", new NewRelease(layer.Code, "Eerste versie", layer.Files));
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"Layer {layer.Code} was refused: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private async Task RegisterAccounts()
    {
        foreach (var (municipality, number) in Accounts)
            await AddAccountAsync(Ingest, new(Channel.WhatsApp, "demo", number, municipality, null, "demo-token"));
    }

    /// <summary>Registers it at the service that serves its channel, which knows it at once.</summary>
    public async Task AddAccountAsync(ServiceProcess service, NewChannelAccount account)
    {
        using var http = Api(service.Address, Token(account.Municipality, "admin", "admin"));
        (await http.PostAsJsonAsync("api/v1/accounts", account)).EnsureSuccessStatusCode();
    }
}
