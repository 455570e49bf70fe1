using Microsoft.Extensions.Options;
using WebcareHub.PlatformSimulator.Webhooks;

namespace WebcareHub.PlatformSimulator.Demo;

/// <summary>A municipality's home page with the chat on it, under a content security policy as strict as the strictest of them.</summary>
internal static class Website
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["schiermonnikoog"] = "Schiermonnikoog",
        ["harlingen"] = "Harlingen",
        ["zwolle"] = "Zwolle",
    };

    public static IResult Get(string account, HttpResponse response, Manner manner, IOptions<SimulatorOptions> options)
    {
        if (!Names.TryGetValue(account, out var name))
        {
            return Results.NotFound();
        }

        var hub = (options.Value.Chat ?? manner.Hub.GetLeftPart(UriPartial.Authority)).TrimEnd('/');
        response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src {hub}; connect-src {hub}; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";
        using var reader = new StreamReader(Demo.Open("page/website.html"));
        var page = reader.ReadToEnd();
        return Results.Content(
            page.Replace("{account}", account, StringComparison.Ordinal)
                .Replace("{name}", name, StringComparison.Ordinal)
                .Replace("{hub}", hub, StringComparison.Ordinal),
            "text/html; charset=utf-8"
        );
    }
}
