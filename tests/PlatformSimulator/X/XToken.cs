using System.Text;

namespace WebcareHub.PlatformSimulator.X;

/// <summary>Renews a token. What renews it counts once.</summary>
internal static class XToken
{
    /// <summary>The app's own id and secret.</summary>
    public const string ClientId = "demo-client";
    public const string ClientSecret = "demo-client-secret";

    public static async Task<IResult> PostAsync(HttpRequest request, XWorld world)
    {
        var basic = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{ClientSecret}"))}";
        if (request.Headers.Authorization != basic)
            return Results.Json(
                new { error = "unauthorized_client", error_description = "Missing valid authorization header" },
                statusCode: 401
            );
        var form = await request.ReadFormAsync();
        var member = world.Accounts.Values.FirstOrDefault(one => one.Account.Refresh is { } refresh && refresh == form["refresh_token"]);
        if (form["grant_type"] != "refresh_token" || member is null)
            return Results.Json(
                new { error = "invalid_request", error_description = "Value passed for the token was invalid." },
                statusCode: 400
            );
        var number = ++member.Renewals;
        var fresh = $"{member.Account.Id}-token-{number}";
        member.Account = member.Account with { Token = fresh, Refresh = $"{member.Account.Id}-refresh-{number}" };
        member.Expired = false;
        return Results.Json(
            new
            {
                token_type = "bearer",
                expires_in = 7200,
                access_token = fresh,
                refresh_token = member.Account.Refresh,
                scope = "tweet.read tweet.write dm.read dm.write users.read media.write offline.access",
            }
        );
    }
}
