using System.Security.Cryptography;
using System.Text;

namespace WebcareHub.EventStore;

/// <summary>Names a resident: their id counts within one tenant.</summary>
public readonly record struct Resident(string Tenant, Guid Id);

/// <summary>A resident's key while a batch is written or read; for one who was forgotten it seals to nothing. Not for several threads at once.</summary>
public sealed class ResidentKey : IDisposable
{
    private readonly AesGcm? _cipher;
    private readonly byte[] _about;

    internal ResidentKey(Resident resident, ReadOnlySpan<byte> key)
    {
        _cipher = key.IsEmpty ? null : Sealed.Cipher(key);
        _about = Encoding.UTF8.GetBytes($"{resident.Tenant}/{resident.Id:N}");
    }

    /// <summary>The key was destroyed: sealing and opening give null.</summary>
    public bool Forgotten => _cipher is null;

    /// <summary>Seals bytes.</summary>
    public byte[]? Seal(ReadOnlySpan<byte> plain) => _cipher is null ? null : Sealed.Seal(_cipher, plain, _about);

    /// <summary>Opens bytes.</summary>
    /// <exception cref="CryptographicException">They were not sealed for this resident, or changed.</exception>
    public byte[]? Open(ReadOnlySpan<byte> bytes) => _cipher is null ? null : Sealed.Open(_cipher, bytes, _about);

    /// <summary>Seals text, to text.</summary>
    public string? SealText(string plain) => _cipher is null ? null : Sealed.SealText(_cipher, plain, _about);

    /// <summary>Opens text that <see cref="SealText"/> made.</summary>
    /// <exception cref="CryptographicException">It was not sealed for this resident, or changed.</exception>
    public string? OpenText(string text) => _cipher is null ? null : Sealed.OpenText(_cipher, text, _about);

    /// <inheritdoc/>
    public void Dispose() => _cipher?.Dispose();
}
