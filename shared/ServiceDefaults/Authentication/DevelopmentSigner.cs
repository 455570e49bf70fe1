using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace WebcareHub.ServiceDefaults.Authentication;

/// <summary>Signs tokens without an identity provider. Exists in Development only; its key file is made at first use.</summary>
public sealed class DevelopmentSigner
{
    /// <summary>The issuer of its tokens.</summary>
    public const string Issuer = "urn:webcare:development";

    private readonly ECDsaSecurityKey _key;

    /// <summary>Reads or makes the key of <paramref name="keyFile"/> (PEM, readable by its owner only).</summary>
    public DevelopmentSigner(string keyFile)
    {
        // Of an elliptic curve: such a key is made at once, one of RSA takes half a second.
        ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (!File.Exists(keyFile))
        {
            Write(keyFile, key.ExportPkcs8PrivateKeyPem());
        }

        key.ImportFromPem(File.ReadAllText(keyFile));
        _key = new ECDsaSecurityKey(key) { KeyId = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16] };
    }

    /// <summary>The signer that configuration <c>Development:SignerKey</c> names.</summary>
    public static DevelopmentSigner From(IConfiguration configuration) => new(configuration.Required("Development:SignerKey"));

    internal SecurityKey PublicKey => _key;

    /// <summary>An access token, as an identity provider would give it.</summary>
    /// <param name="id">Subject.</param>
    /// <param name="name">Shown to colleagues.</param>
    /// <param name="municipality">CBS code.</param>
    /// <param name="roles">webcare, spokesperson, editor, analyst, manager, admin.</param>
    /// <param name="valid">How long; tests ask for less than nothing.</param>
    /// <param name="audience">Tests ask for another.</param>
    public string Token(
        string id,
        string name,
        string municipality,
        IReadOnlyList<string> roles,
        TimeSpan? valid = null,
        string audience = TokenAudience
    )
    {
        DateTime now = DateTime.UtcNow;
        DateTime expires = now + (valid ?? TimeSpan.FromHours(12));
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = audience,
                TokenType = "at+jwt",
                IssuedAt = expires < now ? expires.AddMinutes(-1) : now,
                NotBefore = expires < now ? expires.AddMinutes(-1) : now,
                Expires = expires,
                SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.EcdsaSha256),
                Claims = new Dictionary<string, object>
                {
                    ["sub"] = id,
                    ["name"] = name,
                    ["municipality"] = municipality,
                    ["roles"] = roles,
                    ["jti"] = Guid.NewGuid().ToString("N"),
                },
            }
        );
    }

    /// <summary>The audience every service asks for.</summary>
    public const string TokenAudience = "webcare";

    /// <summary>The first process to come wins; the others read what it wrote.</summary>
    private static void Write(string keyFile, string pem)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(keyFile))!);
        string own = $"{keyFile}.{Guid.NewGuid():N}";
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (StreamWriter writer = new(own, options))
        {
            writer.Write(pem);
        }

        try
        {
            File.Move(own, keyFile, overwrite: false);
        }
        catch (IOException) when (File.Exists(keyFile))
        {
            File.Delete(own);
        }
    }
}
