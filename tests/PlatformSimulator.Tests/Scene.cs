using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using WebcareHub.PlatformSimulator.Client;

namespace WebcareHub.PlatformSimulator.Tests;

/// <summary>A platform and a listening hub, with a caller who holds the right token.</summary>
internal sealed class Scene : IAsyncDisposable
{
    public const string Number = "100000088";
    public const string Resident = "31612345678";

    private Scene(ListeningHub hub, SimulatorHost platform)
    {
        (Hub, Platform) = (hub, platform);
        Graph = new HttpClient { BaseAddress = platform.Address };
        Graph.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "demo-token");
    }

    public ListeningHub Hub { get; }

    public SimulatorHost Platform { get; }

    public SimulatorClient Client => Platform.Client;

    public HttpClient Graph { get; }

    public static async Task<Scene> StartAsync(IReadOnlyDictionary<string, string?>? settings = null)
    {
        var hub = await ListeningHub.StartAsync();
        return new Scene(hub, await SimulatorHost.StartAsync(hub.Webhook, settings));
    }

    public static JsonObject Text(string text, string to = Resident) =>
        new()
        {
            ["messaging_product"] = "whatsapp",
            ["recipient_type"] = "individual",
            ["to"] = to,
            ["type"] = "text",
            ["text"] = new JsonObject { ["body"] = text },
        };

    public Task<HttpResponseMessage> Send(JsonObject message, string number = Number) =>
        Graph.PostAsJsonAsync($"v23.0/{number}/messages", message);

    /// <summary>Sends and returns HTTP status, error code and error details.</summary>
    public async Task<(int Status, int Code, string? Details)> SendRefused(JsonObject message, string number = Number)
    {
        using var answer = await Send(message, number);
        var error = (await answer.Content.ReadFromJsonAsync<JsonNode>())!["error"];
        return ((int)answer.StatusCode, error?["code"]?.GetValue<int>() ?? 0, error?["error_data"]?["details"]?.GetValue<string>());
    }

    public async ValueTask DisposeAsync()
    {
        Graph.Dispose();
        await Platform.DisposeAsync();
        await Hub.DisposeAsync();
    }
}
