using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace WebcareHub.ServiceDefaults.Authentication;

/// <summary>
/// The keys an identity provider signs with. They are read again every hour, so that a key it withdrew stops working; and at once when a token
/// names a key that is new, though not for every such token: anybody can make those up.
/// </summary>
internal sealed class IssuerKeys(string authority, bool requireHttps, TimeProvider time) : IDisposable
{
    internal static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private static readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };

    private readonly string _address = $"{authority.TrimEnd('/')}/.well-known/openid-configuration";
    private readonly SemaphoreSlim _one = new(1);
    private volatile ICollection<SecurityKey> _all = [];
    private long _asked;
    private long _read;

    /// <summary>What was read last; empty before the first time.</summary>
    internal ICollection<SecurityKey> All => _all;

    /// <summary>Makes sure that they are here, with this one when the provider has it.</summary>
    /// <exception cref="IOException">They were never read, and the provider is away.</exception>
    internal async Task LoadAsync(string? keyId, CancellationToken ct)
    {
        if (IsEnough(keyId))
        {
            return;
        }

        await _one.WaitAsync(ct);
        try
        {
            if (!IsEnough(keyId))
            {
                await ReadAsync(ct);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private bool IsEnough(string? keyId) =>
        _all.Count > 0
        && (IsWithin(ref _asked, Pause) || (IsWithin(ref _read, Kept) && (keyId is null || _all.Any(key => key.KeyId == keyId))));

    private async Task ReadAsync(CancellationToken ct)
    {
        Volatile.Write(ref _asked, time.GetTimestamp());
        try
        {
            HttpDocumentRetriever documents = new(_http) { RequireHttps = requireHttps };
            _all = (await OpenIdConnectConfigurationRetriever.GetAsync(_address, documents, ct)).SigningKeys;
            Volatile.Write(ref _read, time.GetTimestamp());
        }
        catch (Exception away) when (_all.Count > 0 && !ct.IsCancellationRequested && Infrastructure.IsAway(away))
        {
            // What was read before still counts.
        }
    }

    private bool IsWithin(ref long since, TimeSpan span) => time.GetElapsedTime(Volatile.Read(ref since)) < span;
}
