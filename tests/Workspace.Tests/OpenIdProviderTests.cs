using System.Net;
using WebcareHub.Workspace.SignIn;

namespace WebcareHub.Workspace.Tests;

public sealed class OpenIdProviderTests
{
    [Fact]
    public async Task Without_the_provider_everything_but_signing_in_goes_on()
    {
        await using var app = await Start();
        using HttpClientHandler handler = new() { AllowAutoRedirect = false };
        using HttpClient http = new(handler) { BaseAddress = new Uri(app.Urls.First()) };

        var webhook = await http.GetAsync("/webhook", TestContext.Current.CancellationToken);
        var signIn = await http.GetAsync("/aanmelden/organisatie", TestContext.Current.CancellationToken);

        webhook.StatusCode.ShouldBe(HttpStatusCode.OK);
        (signIn.StatusCode, signIn.Headers.Location?.ToString()).ShouldBe((HttpStatusCode.Redirect, "/aanmelden?mislukt=true"));
    }

    private static async Task<WebApplication> Start()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Oidc:Authority"] = "http://127.0.0.1:9";
        builder.Configuration["Oidc:ClientId"] = "workspace";
        builder.Configuration["Oidc:ClientSecret"] = "secret";
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddSignIn();
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/webhook", () => "ok").AllowAnonymous();
        app.MapOpenIdChallenge();
        await app.StartAsync();
        return app;
    }
}
