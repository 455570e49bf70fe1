using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Authentication;
using WebcareHub.Testing;

namespace WebcareHub.Blueprint.Tests;

/// <summary>The Blueprint service on a real port, with a database and a vhost of its own.</summary>
public sealed class BlueprintHost : IAsyncLifetime
{
    internal static readonly AgentRef Operator = new("operator", "Beheer");

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
        builder.AddServiceDefaults("blueprint");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddBlueprint();
        _app = builder.BuildHub();
        _app.UseServiceDefaults();
        _app.MapBlueprint();
        await _app.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
        _signer = DevelopmentSigner.From(builder.Configuration);
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

    internal string As(string municipality, params string[] roles) => _signer.Token("jan", "Jan Jansen", municipality, roles);

    internal string AsPerson(string id, string name, string municipality, params string[] roles) =>
        _signer.Token(id, name, municipality, roles);

    /// <summary>Somebody whose name is their id.</summary>
    internal string Colleague(string id, string municipality, params string[] roles) => _signer.Token(id, id, municipality, roles);

    internal Task<T?> PostgresAsync<T>(string sql, params object[] parameters) => _database.ScalarAsync<T>(sql, parameters);

    internal T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    internal BlueprintFolder Folder => _app.Services.GetRequiredService<BlueprintFolder>();

    internal Task<IReadOnlyList<Release>> PublishFolderAsync(string? folder = null) =>
        Folder.PublishAsync(folder ?? ProjectFolders.Blueprint, "De map", Operator, CancellationToken.None);

    internal TestDatabase Database => _database;

    internal T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    internal async Task<long> EpochAsync() => await _database.ScalarAsync<long>("select number from events.epoch");

    internal Task<HttpResponseMessage> PostAsync(string token, NewRelease release) =>
        SendAsync(HttpMethod.Post, "/api/v1/releases", token, JsonContent.Create(release));

    /// <summary>Sends a body and reads the answer; anything but success fails with what the service said.</summary>
    internal async Task<T> SendAsync<T>(HttpMethod method, string token, string path, object? body = null)
    {
        using var answer = await SendAsync(method, path, token, body is null ? null : JsonContent.Create(body, options: Json));
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {(int)answer.StatusCode} {text}");
        return System.Text.Json.JsonSerializer.Deserialize<T>(text, Json)!;
    }

    /// <summary>Sends a body that is refused: the status and the Dutch sentence.</summary>
    internal async Task<(int Status, string Detail)> RefusedAsync(HttpMethod method, string token, string path, object? body = null)
    {
        using var answer = await SendAsync(method, path, token, body is null ? null : JsonContent.Create(body, options: Json));
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeFalse(text);
        using var problem = System.Text.Json.JsonDocument.Parse(text.Length == 0 ? "{}" : text);
        return ((int)answer.StatusCode, problem.RootElement.TryGetProperty("detail", out var detail) ? detail.GetString() ?? "" : "");
    }

    internal async Task<T> GetAsync<T>(string token, string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, token);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<T>(Json))!;
    }

    internal async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token, HttpContent? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await _client.SendAsync(request);
    }
}
