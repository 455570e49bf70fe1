using System.Buffers.Binary;

namespace WebcareHub.Channels.Files;

/// <summary>
/// How many pixels a picture unpacks to, from its own head. A few kilobytes can hold a picture that takes gigabytes to show: such a one never reaches
/// a colleague's screen.
/// </summary>
internal static class Dimensions
{
    /// <summary>100 megapixels: 400 MB once unpacked. The platforms themselves shrink what people send far below it.</summary>
    private const long Most = 100_000_000;

    /// <summary>False too when the head does not tell: another sort of file, or a JPEG that says so only after much else.</summary>
    public static bool AreTooLarge(string type, ReadOnlySpan<byte> head)
    {
        var (width, height) = type switch
        {
            "image/png" when head.Length >= 24 => (Large(head[16..]), Large(head[20..])),
            "image/gif" when head.Length >= 10 => (Little(head[6..]), Little(head[8..])),
            "image/webp" when head.Length >= 30 => Webp(head),
            "image/jpeg" => Jpeg(head),
            _ => (0, 0),
        };
        return width * height > Most;
    }

    private static long Large(ReadOnlySpan<byte> at) => BinaryPrimitives.ReadUInt32BigEndian(at) & 0x7FFF_FFFF;

    private static long Little(ReadOnlySpan<byte> at) => BinaryPrimitives.ReadUInt16LittleEndian(at);

    private static (long Width, long Height) Webp(ReadOnlySpan<byte> head) =>
        head[12..16] switch
        {
            [(byte)'V', (byte)'P', (byte)'8', (byte)'X'] => (Three(head[24..]) + 1, Three(head[27..]) + 1),
            [(byte)'V', (byte)'P', (byte)'8', (byte)'L'] => Lossless(BinaryPrimitives.ReadUInt32LittleEndian(head[21..])),
            [(byte)'V', (byte)'P', (byte)'8', (byte)' '] => (Little(head[26..]) & 0x3FFF, Little(head[28..]) & 0x3FFF),
            _ => (0, 0),
        };

    private static long Three(ReadOnlySpan<byte> at) => at[0] | at[1] << 8 | at[2] << 16;

    private static (long Width, long Height) Lossless(uint bits) => ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);

    // Segments, each with its length, until the one that begins a frame.
    private static (long Width, long Height) Jpeg(ReadOnlySpan<byte> head)
    {
        for (var at = 2; at + 9 < head.Length && head[at] == 0xFF; )
        {
            switch (head[at + 1])
            {
                case 0xFF:
                    at++;
                    break;
                case 0x01 or (>= 0xD0 and <= 0xD8):
                    at += 2;
                    break;
                case >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC):
                    return (BinaryPrimitives.ReadUInt16BigEndian(head[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(head[(at + 5)..]));
                default:
                    at += 2 + Math.Max((int)BinaryPrimitives.ReadUInt16BigEndian(head[(at + 2)..]), 2);
                    break;
            }
        }

        return (0, 0);
    }
}
