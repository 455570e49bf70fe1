using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace WebcareHub.SystemTests.Harness;

/// <summary>An OpenID provider with discovery, keys and properly signed tokens: what a municipality brings along.</summary>
internal sealed class TestIssuer : IAsyncDisposable
{
    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "test" };
    private readonly WebApplication app;

    private TestIssuer()
    {
        Authority = $"http://127.0.0.1:{ServiceProcess.FreePort()}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add(Authority);
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = Authority, jwks_uri = $"{Authority}/jwks" }));
        app.MapGet("/jwks", Keys);
    }

    public string Authority { get; }

    public static async Task<TestIssuer> StartAsync()
    {
        var issuer = new TestIssuer();
        await issuer.app.StartAsync();
        return issuer;
    }

    public string Token(string municipality, params string[] roles) =>
        new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Authority,
                Audience = "webcare",
                TokenType = "at+jwt",
                Expires = DateTime.UtcNow.AddHours(1),
                SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
                Claims = new Dictionary<string, object>
                {
                    ["sub"] = "ada",
                    ["name"] = "Ada",
                    ["municipality"] = municipality,
                    ["roles"] = roles,
                },
            }
        );

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IResult Keys()
    {
        var shown = JsonWebKeyConverter.ConvertFromRSASecurityKey(
            new RsaSecurityKey(key.Rsa.ExportParameters(false)) { KeyId = key.KeyId }
        );
        return Results.Json(
            new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "RSA",
                        use = "sig",
                        alg = "RS256",
                        kid = shown.Kid,
                        n = shown.N,
                        e = shown.E,
                    },
                },
            }
        );
    }
}
