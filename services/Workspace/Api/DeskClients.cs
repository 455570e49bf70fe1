using System.Net.Http.Headers;
using System.Security.Claims;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using WebcareHub.Workspace.SignIn;

namespace WebcareHub.Workspace.Api;

/// <summary>Makes clients of the desk API that carry one colleague's token.</summary>
internal sealed class DeskClients(IHttpClientFactory clients, Sessions sessions, IServer server, IConfiguration configuration)
{
    internal DeskClient For(ClaimsPrincipal user)
    {
        var http = clients.CreateClient(nameof(DeskClients));
        http.BaseAddress = Root();
        http.DefaultRequestHeaders.Authorization = sessions.TokenOf(user) is { } token
            ? new AuthenticationHeaderValue("Bearer", token)
            : null;
        if (user.Exercises())
        {
            http.DefaultRequestHeaders.Add("Webcare-Exercise", "true");
        }

        return new DeskClient(new ApiCalls(http));
    }

    // Without Workspace:Api the APIs answer in this same process (the Hub), or are forwarded by it.
    private Uri Root() =>
        configuration["Workspace:Api"] is { Length: > 0 } set
            ? new Uri(set)
            : new Uri(
                server
                    .Features.Get<IServerAddressesFeature>()
                    ?.Addresses.First()
                    .Replace("[::]", "localhost")
                    .Replace("0.0.0.0", "localhost")
                    .Replace("*", "localhost")
                    .Replace("+", "localhost")
                    ?? throw new InvalidOperationException("Set Workspace:Api to the address of the APIs.")
            );
}

internal static class DeskClientSetup
{
    internal static void AddDeskClients(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient(nameof(DeskClients), http => http.Timeout = TimeSpan.FromSeconds(20));
        services.AddSingleton<DeskClients>();
    }
}
