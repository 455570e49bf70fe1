using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace WebcareHub.EventStore;

/// <summary>
/// Ids of files that colleagues add for a resident. Such an id carries a mark of the resident it was made for, so that a service that does not
/// keep files knows at once whether one belongs in an answer, without asking and without a copy of the list.
/// </summary>
public sealed class FileIds
{
    // A UUID of version 8: 60 random bits, then 62 bits of an HMAC over them and the resident.
    private const int Half = 8;
    private readonly byte[] _key;

    /// <param name="pseudonyms">Whose key every service has.</param>
    public FileIds(Pseudonyms pseudonyms)
    {
        ArgumentNullException.ThrowIfNull(pseudonyms);
        _key = Convert.FromHexString(pseudonyms.Hash("file-ids"));
    }

    /// <summary>A new id for a file of this resident.</summary>
    public Guid New(string tenant, Guid resident)
    {
        Span<byte> bytes = stackalloc byte[2 * Half];
        RandomNumberGenerator.Fill(bytes[..Half]);
        bytes[6] = (byte)(0x80 | bytes[6] & 0x0F);
        Mark(tenant, resident, bytes[..Half], bytes[Half..]);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Whether this id was made for this resident. That there is such a file, and still is, it does not say.</summary>
    public bool IsOf(Guid file, string tenant, Guid resident)
    {
        Span<byte> bytes = stackalloc byte[2 * Half];
        Span<byte> mark = stackalloc byte[Half];
        file.TryWriteBytes(bytes, bigEndian: true, out _);
        Mark(tenant, resident, bytes[..Half], mark);
        return CryptographicOperations.FixedTimeEquals(bytes[Half..], mark);
    }

    private void Mark(string tenant, Guid resident, ReadOnlySpan<byte> random, Span<byte> mark)
    {
        var about = Encoding.UTF8.GetBytes($"{BinaryPrimitives.ReadUInt64BigEndian(random):x16}/{tenant}/{resident:N}");
        HMACSHA256.HashData(_key, about).AsSpan(0, Half).CopyTo(mark);
        mark[0] = (byte)(0x80 | mark[0] & 0x3F);
    }
}
