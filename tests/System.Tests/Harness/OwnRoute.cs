using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using WebcareHub.Hub;

namespace WebcareHub.SystemTests.Harness;

/// <summary>A route of the workspace itself, beside the APIs and channels: a page, a file, a draft, the line of a screen.</summary>
/// <param name="IsPage">Of Blazor: what a colleague sees on it comes from the APIs.</param>
/// <param name="TakesForm">Anything but a form is refused before anybody is asked who they are.</param>
internal sealed partial record OwnRoute(HttpMethod Method, string Pattern, bool IsPage, bool TakesForm)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    public bool NamesOne => Pattern.Contains('{');

    /// <summary>As the application lists them itself. Style sheets, scripts and fonts are left out.</summary>
    public static async Task<IReadOnlyList<OwnRoute>> AllAsync(IReadOnlyDictionary<string, string> settings)
    {
        var arguments = settings.Select(setting => $"--{setting.Key.Replace("__", ":", StringComparison.Ordinal)}={setting.Value}");
        await using var app = OneProcess.Build(["--environment=Development", "--Oidc:Authority=http://127.0.0.1", .. arguments]);
        return
        [
            .. ((IEndpointRouteBuilder)app)
                .DataSources.SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.All(item => item.GetType().Name != "StaticAssetDescriptor"))
                .SelectMany(Of)
                .Where(route => !Elsewhere().IsMatch(route.Pattern))
                .Distinct(),
        ];
    }

    /// <summary>Calls it about one thing; the answer is not followed elsewhere.</summary>
    public async Task<HttpResponseMessage> Call(Uri address, string id, string? cookie = null, string? token = null)
    {
        using HttpRequestMessage request = new(Method, new Uri(address, Slot().Replace(Number().Replace(Pattern, "1"), id)));
        if (cookie is not null)
            request.Headers.Add("Cookie", $"webcare-session={cookie}");
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (Method != HttpMethod.Get)
            request.Content = TakesForm
                ? new FormUrlEncodedContent([new("inside", "true")])
                : new StringContent("{\"text\":\"Hallo\"}", Encoding.UTF8, "application/json");
        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public override string ToString() => $"{Method} {Pattern}";

    private static IEnumerable<OwnRoute> Of(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
        var isPage = endpoint.Metadata.Any(item => item.GetType().Name == "ComponentTypeMetadata");
        var takesForm =
            endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("application/x-www-form-urlencoded") ?? false;
        return (methods is [] ? ["GET"] : methods).Select(method => new OwnRoute(
            new HttpMethod(method),
            "/" + endpoint.RoutePattern.RawText!.Trim('/'),
            isPage,
            takesForm
        ));
    }

    [GeneratedRegex("^/(api|channels|health)/")]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"\{[^}]+:int\}")]
    private static partial Regex Number();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Slot();
}
