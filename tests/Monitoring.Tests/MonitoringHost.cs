using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Monitoring.Projections;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Authentication;
using WebcareHub.Testing;

namespace WebcareHub.Monitoring.Tests;

/// <summary>The Monitoring service on a real port, with a database of its own and a clock that stands on 10 December 2026.</summary>
public sealed class MonitoringHost : IAsyncLifetime
{
    internal static readonly DateTimeOffset Now = new(2026, 12, 10, 12, 0, 0, TimeSpan.Zero);

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("webcare-test").FullName;
    private TestDatabase _database = null!;
    private TestBroker _broker = null!;
    private WebApplication _app = null!;
    private HttpClient _client = null!;
    private DevelopmentSigner _signer = null!;

    public async ValueTask InitializeAsync()
    {
        (_database, _broker) = (await TestDatabase.CreateAsync(), await TestBroker.CreateAsync());
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.RunOn(_database, _broker, _folder);
        builder.AddServiceDefaults("monitoring");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddMonitoring();
        builder.Services.AddSingleton<TimeProvider>(new SteppedClock(Now));
        _app = builder.BuildHub();
        _app.UseServiceDefaults();
        _app.MapMonitoring();
        await _app.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
        _signer = DevelopmentSigner.From(builder.Configuration);
        await PublishAsync("nl", 1, National, Now);
        await PublishAsync("wadden", 1, Wadden, Now);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _broker.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, true);
    }

    internal T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    internal string As(string id, string municipality, params string[] roles) => _signer.Token(id, id, municipality, roles);

    internal Task<T?> PostgresAsync<T>(string sql) => _database.ScalarAsync<T>(sql);

    /// <summary>Appends to a stream as its service would.</summary>
    internal async Task HappenedAsync(string tenant, string key, params object[] events)
    {
        await using var session = await Get<EventStore.EventStore>().OpenAsync([tenant], null, CancellationToken.None);
        var before = await session.ReadAsync(new(tenant, key), CancellationToken.None);
        session.Append(new(tenant, key), before.Count, events);
        await session.CommitAsync(CancellationToken.None);
    }

    internal async Task<T> ReadAsync<T>(string token, string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, token, path);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<T>(Json))!;
    }

    internal async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string token,
        string path,
        object? body = null,
        string? accept = null
    )
    {
        using var request = new HttpRequestMessage(method, "/api/v1" + path);
        request.Content = body is null ? null : JsonContent.Create(body, options: Json);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        return await _client.SendAsync(request);
    }

    /// <summary>Counts a projection anew from the log, and waits until that serves.</summary>
    internal async Task CountAnewAsync(string projection)
    {
        var serving = $"select monitoring.serving('{projection}')";
        var before = await PostgresAsync<int>(serving);
        await Generations.BeginAsync(Get<Database>(), projection, CancellationToken.None);
        await Eventually.Async(() => PostgresAsync<int>(serving), now => now > before, $"{projection} is counted anew", 60);
    }

    /// <summary>Puts a release of a layer in force.</summary>
    internal async Task PublishAsync(string layer, int number, Dictionary<string, string> files, DateTimeOffset at)
    {
        await using var session = await Get<EventStore.EventStore>().OpenAsync([layer], null, CancellationToken.None);
        var published = new ReleasePublished(layer, number, "", files, "hash", new AgentRef("team", "Team"), at);
        session.Append(StreamKey.OfLayer(layer), number - 1, [published]);
        session.RaiseEpoch(layer, number);
        await session.CommitAsync(CancellationToken.None);
    }

    private static readonly Dictionary<string, string> National = new()
    {
        ["layer.yaml"] = """
            layer: { title: Landelijke blauwdruk, kind: national }
            defaults: { owner: Team, reviewOn: 2027-06-01 }
            voice: { salutation: u, signature: "{medewerker}, gemeente {gemeente}" }
            topics:
              - { id: afval, title: Afval, theme: webcare, words: [afval], intent: report }
            """,
        ["scenarios/hoogwater.yaml"] = """
            defaults: { owner: Team, reviewOn: 2027-06-01 }
            scenarios:
              - id: hoogwater
                title: Hoogwater
                text: Het water staat hoog. Mensen vragen waar zij zandzakken halen en of de school open is.
                signs:
                  - { id: zandzakken, title: Mensen halen zandzakken, part: behaviour, words: [zandzak*] }
                  - { id: kijken, title: Mensen komen kijken, part: behaviour, words: ["te kijken"], risk: true }
                  - { id: bang, title: Angst, part: perception, words: [bang, gevaarlijk*] }
                  - { id: boos, title: Boosheid, part: perception, words: [schande*] }
            """,
        ["register/municipalities.csv"] = """
            code,name,province,safety_region,valid_from,valid_to,official_name,successor,note
            GM0072,Harlingen,Fryslân,Fryslân,,,Harlingen,,
            GM0088,Schiermonnikoog,Fryslân,Fryslân,,,Schiermonnikoog,,
            GM0193,Zwolle,Overijssel,IJsselland,,,Zwolle,,
            """,
    };

    private static readonly Dictionary<string, string> Wadden = new()
    {
        ["layer.yaml"] = """
            layer: { title: Regio Wadden, kind: region, members: [GM0088, GM0072] }
            defaults: { owner: Team, reviewOn: 2027-06-01 }
            """,
    };
}
