using System.Net;
using System.Text.Json;

namespace WebcareHub.ServiceDefaults.Tests;

public sealed class EdgeTests(EchoService echo) : IClassFixture<EchoService>
{
    private readonly TestService _service = echo.Service;

    [Fact]
    public async Task A_token_says_who_asks_and_for_which_municipality()
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Get, "/api/v1/echoes", _service.Token());
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        Caller caller = (await response.Content.ReadFromJsonAsync<Caller>())!;
        caller.Municipality.ShouldBe("GM0088");
        caller.Roles.ShouldBe(["webcare"]);
    }

    [Theory]
    [InlineData("GET", "/api/v1/echoes", false, 401)]
    [InlineData("GET", "/api/v1/secrets", true, 403)]
    [InlineData("GET", "/api/v1/nothing", true, 404)]
    [InlineData("GET", "/api/v1/echoes/", true, 404)]
    [InlineData("DELETE", "/api/v1/echoes", true, 405)]
    [InlineData("GET", "/api/v1/echoes/broken", true, 500)]
    [InlineData("POST", "/api/v1/echoes", true, 415)]
    public async Task Every_error_is_a_problem_with_status_title_and_detail(string method, string path, bool signedIn, int status)
    {
        using HttpResponseMessage response = await SendAsync(new HttpMethod(method), path, signedIn ? _service.Token() : null);
        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        string text = await response.Content.ReadAsStringAsync();
        JsonElement problem = JsonDocument.Parse(text).RootElement;
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        text.ShouldNotContain("06-12345678");
        response.Headers.GetValues("API-Version").Single().ShouldBe(ApiHeaders.Version);
        response.Headers.GetValues("X-Frame-Options").Single().ShouldBe("DENY");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task A_body_that_is_not_what_was_asked_is_a_bad_request()
    {
        using HttpRequestMessage request = _service.Request(HttpMethod.Post, "/api/v1/echoes", _service.Token());
        request.Content = new StringContent("{\"text\":", null, "application/json");
        using HttpResponseMessage response = await _service.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task The_description_of_the_api_is_open_to_everyone_from_everywhere()
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Get, "/api/v1/openapi.json", null);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("Access-Control-Allow-Origin").Single().ShouldBe("*");
        JsonElement document = await response.Content.ReadFromJsonAsync<JsonElement>();
        document.GetProperty("servers")[0].GetProperty("url").GetString()!.ShouldEndWith("/api/v1");
        document.GetProperty("paths").EnumerateObject().ShouldAllBe(path => !path.Name.StartsWith("/api"));
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token)
    {
        HttpRequestMessage request = _service.Request(method, path, token);
        request.Content = method == HttpMethod.Post ? new StringContent("tekst") : null;
        return _service.Client.SendAsync(request);
    }
}
