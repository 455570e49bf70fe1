using System.Net.Http.Headers;
using WebcareHub.ServiceDefaults.Authentication;
using WebcareHub.Testing;

namespace WebcareHub.ServiceDefaults.Tests;

/// <summary>A real service on a real port, with its own database and vhost.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("webcare-test").FullName;

    internal required TestDatabase Database { get; init; }

    internal required TestBroker Broker { get; init; }

    internal WebApplication App { get; private set; } = null!;

    internal HttpClient Client { get; private set; } = null!;

    internal DevelopmentSigner Signer { get; private set; } = null!;

    internal static async Task<TestService> StartAsync(
        Action<WebApplicationBuilder>? add = null,
        Action<WebApplication>? map = null,
        params (string Key, string Value)[] settings
    )
    {
        TestService service = new() { Database = await TestDatabase.CreateAsync(), Broker = await TestBroker.CreateAsync() };
        await service.RunAsync(add, map, settings);
        return service;
    }

    internal string Token(string municipality = "GM0088", params string[] roles) =>
        Signer.Token("jan", "Jan Jansen", municipality, roles.Length == 0 ? ["webcare"] : roles);

    internal HttpRequestMessage Request(HttpMethod method, string path, string? token) =>
        new(method, path) { Headers = { Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token) } };

    internal T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        await Broker.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(_folder, true);
    }

    private async Task RunAsync(Action<WebApplicationBuilder>? add, Action<WebApplication>? map, (string Key, string Value)[] settings)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.RunOn(Database, Broker, _folder);
        foreach ((string key, string value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.AddServiceDefaults("test");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        add?.Invoke(builder);
        App = builder.BuildHub();
        App.UseServiceDefaults();
        map?.Invoke(App);
        await App.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(App.Urls.Single()) };
        Signer = DevelopmentSigner.From(builder.Configuration);
    }
}
