using System.Text;
using System.Text.Json;
using WebcareHub.Channels.Reading;

namespace WebcareHub.Ingest.Social.Bluesky.Sessions;

/// <summary>A session as createSession and refreshSession give it.</summary>
internal static class ReadSession
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);

    /// <summary>Null when it is none.</summary>
    /// <param name="server">Where the account lives when the answer does not say.</param>
    public static Session? From(JsonElement body, Uri server, DateTimeOffset now) =>
        body.Text("did") is { } did && body.Text("accessJwt") is { } access && body.Text("refreshJwt") is { } refresh
            ? new(did, access, refresh, ServerOf(body.Get("didDoc")) ?? server, EndOf(access) ?? now + Usual)
            : null;

    /// <summary>The personal data server in a DID document.</summary>
    private static Uri? ServerOf(JsonElement? document)
    {
        foreach (var service in document.Get("service").Each())
        {
            if (
                service.Text("type") == "AtprotoPersonalDataServer"
                && Uri.TryCreate(service.Text("serviceEndpoint"), UriKind.Absolute, out var address)
            )
            {
                return address;
            }
        }

        return null;
    }

    // Not verified: it only saves a call that would be refused.
    private static DateTimeOffset? EndOf(string jwt)
    {
        try
        {
            var claims = jwt.Split('.') is [_, var middle, _] ? middle.Replace('-', '+').Replace('_', '/') : "";
            var bytes = Convert.FromBase64String(claims.PadRight((claims.Length + 3) / 4 * 4, '='));
            using var document = JsonDocument.Parse(Encoding.UTF8.GetString(bytes));
            return long.TryParse(document.RootElement.Text("exp"), out var end) && end is > 0 and < 100_000_000_000
                ? DateTimeOffset.FromUnixTimeSeconds(end)
                : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }
}
