using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace WebcareHub.EventStore;

/// <summary>Opens the text of many residents, for reading in bulk: each key once. Short-lived, and for one thread.</summary>
public sealed class KeyRing : IDisposable
{
    private readonly AesGcm _master;
    private readonly Func<AesGcm, Resident, byte[], ResidentKey> _unwrap;
    private readonly Dictionary<Resident, ResidentKey> _keys = [];
    private byte[] _bytes = new byte[1024];

    internal KeyRing(AesGcm master, Func<AesGcm, Resident, byte[], ResidentKey> unwrap) => (_master, _unwrap) = (master, unwrap);

    /// <summary>The text of a personal property as it stands in an event's JSON, UTF-8.</summary>
    /// <param name="wrapped">The resident's key as it is kept.</param>
    /// <exception cref="CryptographicException">It was not sealed for this resident, or changed.</exception>
    /// <exception cref="FormatException">It is not base64.</exception>
    public string OpenText(Resident resident, byte[] wrapped, ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("sealed:"u8))
        {
            return Encoding.UTF8.GetString(text);
        }
        if (!_keys.TryGetValue(resident, out var key))
        {
            _keys[resident] = key = _unwrap(_master, resident, wrapped);
        }
        var base64 = text["sealed:"u8.Length..];
        if (_bytes.Length < base64.Length)
        {
            _bytes = new byte[base64.Length];
        }
        return Base64.DecodeFromUtf8(base64, _bytes, out _, out var length) == System.Buffers.OperationStatus.Done
            ? Encoding.UTF8.GetString(key.Open(_bytes.AsSpan(0, length))!)
            : throw new FormatException("This sealed text is not base64.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _master.Dispose();
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }
    }
}
