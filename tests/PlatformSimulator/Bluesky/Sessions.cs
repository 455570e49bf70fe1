using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WebcareHub.PlatformSimulator.Bluesky;

/// <summary>Sessions: an app password gives one, a refresh token the next. Signing in is limited.</summary>
internal static class Sessions
{
    private static int last;

    public static IResult Create(JsonElement body, HttpRequest request, World world)
    {
        var person = world.People.Values.FirstOrDefault(person =>
            Text(body, "identifier") is { } id && (id == person.Did || id == person.Handle)
        );
        lock (world.Gate)
        {
            var now = world.Now;
            if (person is not null)
            {
                person.Logins.RemoveAll(at => at < now.AddDays(-1));
                if (person.Logins.Count >= 300 || person.Logins.Count(at => at > now.AddMinutes(-5)) >= 30)
                    throw new XrpcError(429, "RateLimitExceeded", "Rate Limit Exceeded");
                person.Logins.Add(now);
            }
            return person?.Password is { } password && password == Text(body, "password")
                ? Open(person, request, world)
                : throw new XrpcError(401, "AuthenticationRequired", "Invalid identifier or password");
        }
    }

    public static IResult Refresh(HttpRequest request, World world)
    {
        if (request.ContentType is not null)
            throw new XrpcError(400, "InvalidRequest", "Request encoding (Content-Type) provided when none expected");
        lock (world.Gate)
        {
            var token = Bearer(request);
            var person = world.People.Values.FirstOrDefault(person => person.Refresh.Contains(token));
            return person is null ? throw new XrpcError(400, "ExpiredToken", "Token has been revoked") : Open(person, request, world);
        }
    }

    public static IResult Get(HttpRequest request, World world)
    {
        var person = Who(request, world);
        return Results.Json(
            new JsonObject
            {
                ["did"] = person.Did,
                ["handle"] = person.Handle,
                ["active"] = true,
            }
        );
    }

    /// <summary>Whose token it is.</summary>
    public static Person Who(HttpRequest request, World world)
    {
        var token = Bearer(request);
        lock (world.Gate)
            return world.People.Values.FirstOrDefault(person => person.Access.Contains(token))
                ?? throw (
                    token.Split('.').Length == 3
                        ? new XrpcError(400, "ExpiredToken", "Token has expired")
                        : new XrpcError(400, "InvalidToken", "Token could not be verified")
                );
    }

    public static string? Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static IResult Open(Person person, HttpRequest request, World world)
    {
        var (access, refresh) = (Token(person, world, 2), Token(person, world, 24 * 90));
        person.Access.Add(access);
        person.Refresh.Add(refresh);
        var service = new JsonObject
        {
            ["id"] = "#atproto_pds",
            ["type"] = "AtprotoPersonalDataServer",
            ["serviceEndpoint"] = $"{request.Scheme}://{request.Host}",
        };
        return Results.Json(
            new JsonObject
            {
                ["did"] = person.Did,
                ["didDoc"] = new JsonObject { ["id"] = person.Did, ["service"] = new JsonArray(service) },
                ["handle"] = person.Handle,
                ["accessJwt"] = access,
                ["refreshJwt"] = refresh,
                ["active"] = true,
            }
        );
    }

    private static string Token(Person person, World world, int hours)
    {
        var claims = new JsonObject
        {
            ["sub"] = person.Did,
            ["exp"] = world.Now.AddHours(hours).ToUnixTimeSeconds(),
            ["jti"] = Interlocked.Increment(ref last),
        };
        var middle = Convert.ToBase64String(Encoding.UTF8.GetBytes(claims.ToJsonString())).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return $"eyJhbGciOiJub25lIn0.{middle}.c2lt";
    }

    private static string Bearer(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { Length: > 7 } header && header.StartsWith("Bearer ", StringComparison.Ordinal)
            ? header[7..]
            : throw new XrpcError(401, "AuthMissing", "Authentication Required");
}
