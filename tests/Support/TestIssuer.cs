using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace WebcareHub.Testing;

/// <summary>
/// An OpenID provider, what a municipality brings along: discovery, keys that can be changed, properly signed tokens, and the
/// authorization-code flow with PKCE, in which somebody is signed in already.
/// </summary>
public sealed class TestIssuer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (string Challenge, string Client)> _codes = new();
    private readonly WebApplication _app;
    private volatile RsaSecurityKey _key = Named(First);
    private int _keyRequests;

    private TestIssuer()
    {
        Authority = $"http://127.0.0.1:{ServiceProcess.FreePort()}";
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add(Authority);
        _app.MapGet("/.well-known/openid-configuration", Discovery);
        _app.MapGet("/jwks", Keys);
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", ExchangeAsync);
    }

    /// <summary>Its name in tokens, and its address.</summary>
    public string Authority { get; }

    /// <summary>Nothing but 503 while true.</summary>
    public bool IsAway { get; set; }

    /// <summary>The municipality it claims for whoever signs in.</summary>
    public string SignsInFor { get; set; } = "GM0072";

    /// <summary>How often somebody asked for its keys.</summary>
    public int KeyRequests => _keyRequests;

    /// <summary>A running provider.</summary>
    public static async Task<TestIssuer> StartAsync()
    {
        TestIssuer issuer = new();
        await issuer._app.StartAsync();
        return issuer;
    }

    /// <summary>Signs with a new key from now on; the old one is not shown any more.</summary>
    public void ChangeKey() => _key = Named(RSA.Create(2048));

    /// <summary>An access token of Ada, for an hour.</summary>
    public string Token(string municipality, params string[] roles) => Token("at+jwt", "webcare", municipality, roles);

    /// <summary>The same, signed with a key that nobody knows.</summary>
    public string ForgedToken(string municipality, params string[] roles) =>
        Token("at+jwt", "webcare", municipality, roles, Named(Unknown));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private string Token(string type, string audience, string municipality, string[] roles, RsaSecurityKey? key = null) =>
        new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Authority,
                Audience = audience,
                TokenType = type,
                Expires = DateTime.UtcNow.AddHours(1),
                SigningCredentials = new SigningCredentials(key ?? _key, SecurityAlgorithms.RsaSha256),
                Claims = new Dictionary<string, object>
                {
                    ["sub"] = "ada",
                    ["name"] = "Ada",
                    ["municipality"] = municipality,
                    ["roles"] = roles,
                },
            }
        );

    private IResult Discovery() =>
        IsAway
            ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
            : Results.Json(
                new
                {
                    issuer = Authority,
                    jwks_uri = $"{Authority}/jwks",
                    authorization_endpoint = $"{Authority}/authorize",
                    token_endpoint = $"{Authority}/token",
                }
            );

    private IResult Keys()
    {
        Interlocked.Increment(ref _keyRequests);
        RSAParameters open = _key.Rsa.ExportParameters(false);
        JsonWebKey shown = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(open) { KeyId = _key.KeyId });
        var key = new
        {
            kty = "RSA",
            use = "sig",
            alg = "RS256",
            kid = shown.Kid,
            n = shown.N,
            e = shown.E,
        };
        return IsAway ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : Results.Json(new { keys = new[] { key } });
    }

    private IResult Authorize(HttpRequest request)
    {
        string code = Guid.NewGuid().ToString("N");
        _codes[code] = (request.Query["code_challenge"].ToString(), request.Query["client_id"].ToString());
        return Results.Redirect($"{request.Query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(request.Query["state"]!)}");
    }

    /// <summary>A code works once, and only for who can show what its challenge was made of.</summary>
    private async Task<IResult> ExchangeAsync(HttpRequest request)
    {
        IFormCollection form = await request.ReadFormAsync();
        byte[] proof = SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()));
        return
            _codes.TryRemove(form["code"].ToString(), out (string Challenge, string Client) asked)
            && asked.Challenge == Base64UrlEncoder.Encode(proof)
            ? Results.Json(
                new
                {
                    access_token = Token(SignsInFor, "webcare"),
                    id_token = Token("JWT", asked.Client, SignsInFor, ["webcare"]),
                    token_type = "Bearer",
                    expires_in = 3600,
                }
            )
            : Results.BadRequest(new { error = "invalid_grant" });
    }

    private static RsaSecurityKey Named(RSA key) => new(key) { KeyId = Guid.NewGuid().ToString("N") };

    // Half a second to make: once for all.
    private static readonly RSA First = RSA.Create(2048);
    private static readonly RSA Unknown = RSA.Create(2048);
}
