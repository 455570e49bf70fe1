using System.Globalization;
using Microsoft.Extensions.Options;
using WebcareHub.PlatformSimulator.Webhooks;

namespace WebcareHub.PlatformSimulator.Control;

internal static class Verify
{
    /// <summary>Does the handshake with the hub: it must answer the bare challenge.</summary>
    public static async Task<bool> Post(Manner manner, IOptions<SimulatorOptions> options, string? token = null)
    {
        var challenge = Random.Shared.NextInt64(1_000_000_000, 9_999_999_999).ToString(CultureInfo.InvariantCulture);
        var query =
            $"hub.mode=subscribe&hub.challenge={challenge}&hub.verify_token={Uri.EscapeDataString(token ?? options.Value.VerifyToken)}";
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        using var answer = await http.GetAsync(new UriBuilder(manner.Hub) { Query = query }.Uri);
        return answer.IsSuccessStatusCode && await answer.Content.ReadAsStringAsync() == challenge;
    }
}
