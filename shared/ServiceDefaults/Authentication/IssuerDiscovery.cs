using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace WebcareHub.ServiceDefaults.Authentication;

/// <summary>
/// What an identity provider says about itself: its addresses, and the keys it signs with. It is read again every hour, so that a key it
/// withdrew stops working; and at once when a token names a key that is new, though not for every such token: anybody can make those up.
/// Never read before somebody needs it: without the provider everything else goes on.
/// </summary>
public sealed class IssuerDiscovery(string authority, bool requireHttps, TimeProvider time) : IDisposable
{
    internal static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private static readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };

    private readonly string _address = $"{authority.TrimEnd('/')}/.well-known/openid-configuration";
    private readonly SemaphoreSlim _one = new(1);
    private volatile OpenIdConnectConfiguration? _last;
    private long _asked;
    private long _read;

    /// <summary>The keys that were read last; empty before the first time.</summary>
    internal ICollection<SecurityKey> Keys => _last?.SigningKeys ?? [];

    /// <summary>What the provider says, with the key of this name when the provider has it; null when any will do.</summary>
    /// <exception cref="IOException">It was never read, and the provider is away.</exception>
    public async Task<OpenIdConnectConfiguration> ReadAsync(string? keyId, CancellationToken ct)
    {
        if (IsEnough(keyId))
        {
            return _last!;
        }

        await _one.WaitAsync(ct);
        try
        {
            if (!IsEnough(keyId))
            {
                await AskAsync(ct);
            }
        }
        finally
        {
            _one.Release();
        }

        return _last!;
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private bool IsEnough(string? keyId) =>
        _last is not null
        && (
            IsWithin(ref _asked, Pause)
            || (IsWithin(ref _read, Kept) && (string.IsNullOrEmpty(keyId) || Keys.Any(key => key.KeyId == keyId)))
        );

    private async Task AskAsync(CancellationToken ct)
    {
        Volatile.Write(ref _asked, time.GetTimestamp());
        try
        {
            HttpDocumentRetriever documents = new(_http) { RequireHttps = requireHttps };
            _last = await OpenIdConnectConfigurationRetriever.GetAsync(_address, documents, ct);
            Volatile.Write(ref _read, time.GetTimestamp());
        }
        catch (Exception away) when (_last is not null && !ct.IsCancellationRequested && Infrastructure.IsAway(away))
        {
            // What was read before still counts.
        }
    }

    private bool IsWithin(ref long since, TimeSpan span) => time.GetElapsedTime(Volatile.Read(ref since)) < span;
}
