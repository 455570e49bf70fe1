using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace WebcareHub.PlatformSimulator.Tests;

/// <summary>Stands where the hub stands: keeps what the platform posts and answers as told.</summary>
internal sealed class ListeningHub : IAsyncDisposable
{
    private readonly WebApplication app;
    private int refusalsLeft;

    private ListeningHub(WebApplication app) => this.app = app;

    public ConcurrentQueue<(byte[] Body, string? Signature)> Posts { get; } = new();

    public string Webhook => app.Urls.First() + "/channels/whatsapp/demo";

    public IEnumerable<JsonNode> Values => Posts.Select(post => JsonNode.Parse(post.Body)!["entry"]![0]!["changes"]![0]!["value"]!);

    public IEnumerable<JsonNode> Messages => Values.SelectMany(value => value["messages"]?.AsArray().Select(item => item!) ?? []);

    public IEnumerable<JsonNode> Statuses => Values.SelectMany(value => value["statuses"]?.AsArray().Select(item => item!) ?? []);

    public static async Task<ListeningHub> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var hub = new ListeningHub(app);
        app.MapGet("/channels/whatsapp/demo", (HttpRequest request) => Shake(request));
        app.MapPost("/channels/whatsapp/demo", (HttpRequest request) => hub.Take(request));
        await app.StartAsync();
        return hub;
    }

    public void Refuse(int times) => refusalsLeft = times;

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static IResult Shake(HttpRequest request) =>
        request.Query["hub.verify_token"] == "demo-verify" ? Results.Text(request.Query["hub.challenge"]) : Results.StatusCode(403);

    private async Task<IResult> Take(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        Posts.Enqueue((body.ToArray(), request.Headers["X-Hub-Signature-256"]));
        return Interlocked.Decrement(ref refusalsLeft) >= 0 ? Results.StatusCode(503) : Results.Ok();
    }
}
