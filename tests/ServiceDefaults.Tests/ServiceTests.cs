using System.Net;

namespace WebcareHub.ServiceDefaults.Tests;

/// <summary>What changes the service itself, and so needs one of its own.</summary>
public sealed class ServiceTests : IAsyncLifetime
{
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await TestService.StartAsync(map: app => app.MapApi());

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task It_is_ready_with_its_database_and_broker_and_not_without()
    {
        await Testing.Eventually.Async(() => StatusAsync("/health/ready"), status => status == 200, "ready");
        await _service.Database.SetAwayAsync(true);
        (await StatusAsync("/health/ready")).ShouldBe(503);
        (await StatusAsync("/health/live")).ShouldBe(200);
        await _service.Database.SetAwayAsync(false);
    }

    [Fact]
    public async Task The_development_clock_moves_for_everyone_who_asks_the_time()
    {
        using HttpRequestMessage request = _service.Request(HttpMethod.Put, "/api/v1/development/clock", _service.Token("GM0088", "admin"));
        request.Content = JsonContent.Create(new { offsetSeconds = 86400 });
        using HttpResponseMessage response = await _service.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (_service.Get<TimeProvider>().GetUtcNow() - DateTimeOffset.UtcNow).TotalSeconds.ShouldBe(86400, 5);
        (await _service.Database.ScalarAsync<long>("select offset_seconds from hub.clock")).ShouldBe(86400);
    }

    private async Task<int> StatusAsync(string path)
    {
        using HttpResponseMessage response = await _service.Client.GetAsync(path);
        return (int)response.StatusCode;
    }
}
