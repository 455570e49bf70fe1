using System.Buffers.Binary;
using System.Security.Cryptography;
using WebcareHub.Ingest.Social.Bluesky.Reading;

namespace WebcareHub.Ingest.Social.Bluesky.Sending;

/// <summary>
/// The key of the record a part becomes: the same whenever and by whomever it is sent again, so that it cannot stand there twice. Its moment is
/// that of the answer, give or take half an hour; the rest is a hash, and the number of the part, so that parts sort in order.
/// </summary>
internal static class RecordKey
{
    private const int HashBits = 30;
    private const int PartsInOrder = 16;
    private static readonly long Fallback = new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    public static string Of(Guid reply, int part)
    {
        Span<byte> seed = stackalloc byte[20];
        reply.TryWriteBytes(seed, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(seed[16..], part / PartsInOrder);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(seed, hash);
        return Tid.Write(
            Microseconds(reply, BinaryPrimitives.ReadInt64BigEndian(hash) & long.MaxValue),
            hash[8] * PartsInOrder | part % PartsInOrder
        );
    }

    // An id without a moment in it gets one of a year long ago.
    private static long Microseconds(Guid reply, long random)
    {
        if (reply.Version != 7)
        {
            return Fallback * 1000 + random % (1L << 44);
        }

        Span<byte> bytes = stackalloc byte[16];
        reply.TryWriteBytes(bytes, bigEndian: true, out _);
        var milliseconds = BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16 & 0xFFFF_FFFF_FFFF;
        var window = Math.Max(1, (milliseconds * 1000 >> HashBits) - 1);
        return (window << HashBits | random & (1L << HashBits) - 1) & (1L << 53) - 1;
    }
}
