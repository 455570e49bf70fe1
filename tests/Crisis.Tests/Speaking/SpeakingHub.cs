using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Switching;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Authentication;
using WebcareHub.Testing;

namespace WebcareHub.Crisis.Tests.Speaking;

/// <summary>The Crisis service on a real port, with the starting blueprint in force; several lives on one folder.</summary>
internal sealed class SpeakingHub : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly string _folder;
    private readonly TestBroker _broker;
    private DevelopmentSigner _signer = null!;
    private HttpClient _client = null!;

    private SpeakingHub(string folder, TestBroker broker, TestDatabase database) =>
        (_folder, _broker, Database) = (folder, broker, database);

    internal TestDatabase Database { get; }

    internal WebApplication App { get; private set; } = null!;

    internal static async Task<SpeakingHub> StartAsync()
    {
        var hub = new SpeakingHub(
            Directory.CreateTempSubdirectory("webcare-test").FullName,
            await TestBroker.CreateAsync(),
            await TestDatabase.CreateAsync()
        );
        hub.App = hub.Build(0);
        await hub.App.StartAsync();
        hub._client = new() { BaseAddress = new Uri(hub.App.Urls.Single()) };
        foreach (
            var (code, folder) in new[]
            {
                ("nl", "national"),
                ("wadden", "regions/wadden"),
                ("GM0088", "municipalities/GM0088"),
                ("GM0072", "municipalities/GM0072"),
            }
        )
            await hub.PublishAsync(code, Path.Combine(ProjectFolders.Blueprint, folder));
        return hub;
    }

    /// <summary>The same service once more, not started.</summary>
    internal WebApplication Build(int port)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.RunOn(Database, _broker, _folder, port);
        builder.AddServiceDefaults("crisis");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.AddCrisis();
        var app = builder.BuildHub();
        app.UseServiceDefaults();
        app.MapCrisis();
        _signer = DevelopmentSigner.From(builder.Configuration);
        return app;
    }

    /// <summary>A crisis in force, as a coordinator of the region declared it.</summary>
    internal async Task<Guid> DeclareAsync(bool exercise)
    {
        var (id, now) = (Guid.CreateVersion7(), DateTimeOffset.UtcNow);
        var declared = new CrisisDeclared(
            id,
            "wadden",
            "hoogwater",
            "Hoogwater",
            ["wadden"],
            exercise,
            [new("wadden", 4, "meldkamer")],
            false,
            "Het water stijgt",
            "GM0072",
            new("cor", "Cor"),
            now,
            now.AddHours(1)
        );
        await using var session = await App.Services.GetRequiredService<EventStore.EventStore>().OpenAsync(["wadden"], null, default);
        session.Append(new StreamKey("wadden", $"crisis-{id}"), 0, [declared]);
        session.Also(CrisisRow.Write(Course.Evolve(Course.None, declared), 1));
        session.SwitchCrisis(new CrisisInForce(id, "hoogwater", ["wadden"], exercise, now));
        await session.CommitAsync(default);
        await App.Services.GetRequiredService<Feed>().CaughtUpAsync("crisis.facts:All", default);
        return id;
    }

    internal Task NameCoordinatorAsync(string id) =>
        App.Services.GetRequiredService<Offices>().NameAsync("wadden", new("GM0072", id, id, Office.Coordinator), "operator", default);

    /// <summary>Expects success.</summary>
    internal async Task<T> PostAsync<T>(Person by, string path, object? body = null)
    {
        using var answer = await SendAsync(HttpMethod.Post, by, path, body);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("\"detail\"");
        return (await answer.Content.ReadFromJsonAsync<T>(Json))!;
    }

    internal async Task<T> GetAsync<T>(Person by, string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, by, path);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        return (await answer.Content.ReadFromJsonAsync<T>(Json))!;
    }

    internal async Task<HttpResponseMessage> SendAsync(HttpMethod method, Person by, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1{path}")
        {
            Content = body is null ? null : JsonContent.Create(body, options: Json),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _signer.Token(by.Id, by.Id, by.Municipality, [by.Role]));
        return await _client.SendAsync(request);
    }

    internal sealed record Person(string Id, string Municipality, string Role);

    /// <summary>A public page, as anybody gets it.</summary>
    internal Task<HttpResponseMessage> PageAsync(string path, HttpMethod? method = null, string? known = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (known is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return _client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        await _broker.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(_folder, true);
    }

    private async Task PublishAsync(string layer, string folder)
    {
        var files = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText);
        await using var session = await App.Services.GetRequiredService<EventStore.EventStore>().OpenAsync([layer], null, default);
        session.Append(
            new StreamKey(layer, $"blueprint-{layer}"),
            0,
            [new ReleasePublished(layer, 1, "", files, "", new AgentRef("t", "T"), DateTimeOffset.UtcNow)]
        );
        session.RaiseEpoch(layer, 1);
        await session.CommitAsync(default);
    }
}
