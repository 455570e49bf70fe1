using Microsoft.AspNetCore.Http.HttpResults;

namespace WebcareHub.ServiceDefaults.Tests;

/// <summary>One service with a few routes, for tests that leave it as they found it.</summary>
public sealed class EchoService : IAsyncLifetime
{
    internal TestService Service { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Service = await TestService.StartAsync(map: app =>
        {
            RouteGroupBuilder api = app.MapApi();
            api.MapGet("/echoes", (Caller caller) => TypedResults.Ok(caller));
            api.MapPost("/echoes", (Echo echo) => TypedResults.Ok(echo));
            api.MapGet("/echoes/broken", Ok<string> () => throw new InvalidOperationException("06-12345678"));
            api.MapGet("/secrets", () => TypedResults.Ok("secret")).RequireRole("admin");
        });

    public ValueTask DisposeAsync() => Service?.DisposeAsync() ?? ValueTask.CompletedTask;

    internal sealed record Echo(string Text);
}
