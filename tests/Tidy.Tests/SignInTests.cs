using Microsoft.AspNetCore.Authorization;
using WebcareHub.Hub;

namespace WebcareHub.Tidy.Tests;

/// <summary>Every route of every service asks who is there, unless it stands in a short list.</summary>
public sealed class SignInTests
{
    // Open to everybody, and why.
    private static readonly Dictionary<string, string> Open = new()
    {
        ["/health/live"] = "asked by the platform it runs on",
        ["/health/ready"] = "asked by the platform it runs on",
        ["/api/v1/openapi.json"] = "an API describes itself",
        ["/channels/whatsapp/{app}"] = "signed by the platform in stead",
        ["/channels/meta/{app}"] = "signed by the platform in stead",
        ["/channels/x/{app}"] = "signed by the platform in stead",
        ["/channels/chat/widget.js"] = "the same for every website, and about nobody",
        ["/channels/chat/{account}"] = "name and hours of a municipality, for its own website",
        ["/channels/chat/{account}/visits"] = "a visitor begins, on the municipality's own website",
        ["/channels/chat/{account}/items"] = "opened by the visitor's token",
        ["/channels/chat/{account}/messages"] = "opened by the visitor's token",
        ["/channels/chat/{account}/files/{id:guid}"] = "opened by the visitor's token",
        ["/channels/chat/{account}/receipts"] = "opened by the visitor's token",
        ["/channels/chat/{account}/typing"] = "opened by the visitor's token",
        ["/channels/chat/{account}/ratings"] = "opened by the visitor's token",
        ["/channels/chat/{account}/{**rest}"] = "a browser asks whether it may ask",
        ["/api/v1/open-data"] = "open data says what there is",
        ["/api/v1/open-data/figures"] = "open data: means of at least five municipalities",
        ["/api/v1/open-data/figures/file"] = "the same as a table",
        ["/open-data"] = "where people find it",
        ["/crisis/{gemeente}"] = "what residents read in a crisis",
        ["/aanmelden"] = "where one signs in",
        ["/aanmelden/demo"] = "signs in a demo colleague, Development only",
        ["/aanmelden/organisatie"] = "leaves for the organisation's own sign-in",
        ["/{**path:file}"] = "static files while developing",
        ["/toegankelijkheid"] = "a public statement",
    };

    [Fact]
    public async Task Every_route_needs_sign_in_unless_listed()
    {
        await using WebApplication hub = Build();

        Endpoints(hub).Where(endpoint => !AsksWho(endpoint) && !IsOpen(endpoint)).Select(Describe).Distinct().ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_listed_that_is_not_open()
    {
        await using WebApplication hub = Build();

        Open.Keys.Except(Endpoints(hub).Where(endpoint => !AsksWho(endpoint)).Select(PatternOf)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_api_route_is_limited()
    {
        await using WebApplication hub = Build();

        Endpoints(hub)
            .Where(endpoint => PatternOf(endpoint).StartsWith("/api/", StringComparison.Ordinal) && !Open.ContainsKey(PatternOf(endpoint)))
            .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.RateLimiting.EnableRateLimitingAttribute>() is null)
            .Select(Describe)
            .ShouldBeEmpty();
    }

    // Built and mapped, never started: it needs no servers.
    private static WebApplication Build() => OneProcess.Build([.. Unstarted.Settings]);

    private static IReadOnlyList<RouteEndpoint> Endpoints(IEndpointRouteBuilder app) =>
        [.. app.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    private static bool AsksWho(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
        && (
            endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Count > 0
            || endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is not null
        );

    // Style sheets, scripts and fonts hold nothing of anybody.
    private static bool IsOpen(RouteEndpoint endpoint) =>
        Open.ContainsKey(PatternOf(endpoint)) || endpoint.Metadata.Any(item => item.GetType().Name == "StaticAssetDescriptor");

    private static string PatternOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    private static string Describe(RouteEndpoint endpoint) => $"{PatternOf(endpoint)} ({endpoint.DisplayName})";
}
