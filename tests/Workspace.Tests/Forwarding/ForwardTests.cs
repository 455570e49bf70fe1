using System.Net;
using WebcareHub.Workspace.Forwarding;

namespace WebcareHub.Workspace.Tests.Forwarding;

/// <summary>The workspace as front door, with a real server behind it.</summary>
public sealed class ForwardTests : IAsyncLifetime
{
    private readonly TaskCompletionSource _goOn = new();
    private WebApplication _service = null!;
    private WebApplication _workspace = null!;
    private HttpClient _visitor = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await StartAsync([], service => service.Run(AnswerAsync));
        string address = _service.Urls.Single();
        _workspace = await StartAsync(
            new()
            {
                ["Services:WhatsApp"] = address,
                ["Services:Routing"] = address,
                ["Services:Blueprint"] = "http://127.0.0.1:9",
            },
            workspace => workspace.MapForwarding()
        );
        _visitor = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(_workspace.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        _goOn.TrySetResult();
        _visitor.Dispose();
        await _workspace.DisposeAsync();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task A_request_and_its_answer_pass_as_they_are()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/channels/whatsapp/demo?hub.mode=a%2Fb")
        {
            Content = new StringContent("hallo"),
        };
        request.Headers.Add("X-Hub-Signature-256", "sha256=ab");

        using HttpResponseMessage answer = await _visitor.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        answer.Headers.GetValues("Delivery-Id").ShouldBe(["7"]);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("POST /channels/whatsapp/demo?hub.mode=a%2Fb sha256=ab hallo cookie:");
    }

    [Fact]
    public async Task The_cookie_of_the_workspace_stays_here()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/me") { Content = new StringContent("") };
        request.Headers.Add("Cookie", "webcare-session=geheim");

        using HttpResponseMessage answer = await _visitor.SendAsync(request);

        (await answer.Content.ReadAsStringAsync()).ShouldEndWith("cookie:");
    }

    [Fact]
    public async Task An_answer_is_passed_on_while_it_is_still_being_written()
    {
        using HttpResponseMessage answer = await _visitor.GetAsync("/api/v1/slow", HttpCompletionOption.ResponseHeadersRead);
        await using Stream body = await answer.Content.ReadAsStreamAsync();
        byte[] first = new byte[5];
        await body.ReadExactlyAsync(first);
        _goOn.SetResult();

        first.ShouldBe("begin"u8.ToArray());
        (await new StreamReader(body).ReadToEndAsync()).ShouldBe("eind");
    }

    [Fact]
    public async Task A_service_that_is_away_is_said_to_be_away()
    {
        using HttpResponseMessage answer = await _visitor.GetAsync("/api/v1/municipalities");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_channel_that_no_service_has_is_not_found()
    {
        using HttpResponseMessage answer = await _visitor.GetAsync("/channels/elders/demo");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void In_one_process_there_is_nothing_to_forward() =>
        Destinations
            .From(new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Postgres", "x")]).Build())
            .ShouldBeNull();

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/api/v1/slow")
        {
            await context.Response.WriteAsync("begin");
            await context.Response.Body.FlushAsync();
            await _goOn.Task;
            await context.Response.WriteAsync("eind");
            return;
        }

        HttpRequest request = context.Request;
        string body = await new StreamReader(request.Body).ReadToEndAsync();
        context.Response.StatusCode = StatusCodes.Status409Conflict;
        context.Response.Headers["Delivery-Id"] = "7";
        string seen = $"{request.Method} {request.Path}{request.QueryString} {request.Headers["X-Hub-Signature-256"]} {body}";
        await context.Response.WriteAsync($"{seen} cookie:{request.Headers.Cookie}");
    }

    private static async Task<WebApplication> StartAsync(Dictionary<string, string?> settings, Action<WebApplication> map)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddRoutingCore().AddHttpClient();
        builder.AddForwarding();
        WebApplication app = builder.Build();
        map(app);
        await app.StartAsync();
        return app;
    }
}
