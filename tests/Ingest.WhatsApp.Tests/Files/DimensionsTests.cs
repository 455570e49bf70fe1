using FsCheck;
using FsCheck.Fluent;
using WebcareHub.Channels.Files;

namespace WebcareHub.Ingest.WhatsApp.Tests.Files;

public sealed class DimensionsTests
{
    [Theory]
    [InlineData("image/png", "89504E470D0A1A0A0000000D49484452 00000400 00000300 08", false)]
    [InlineData("image/png", "89504E470D0A1A0A0000000D49484452 0000FFFF 0000FFFF 08", true)]
    [InlineData("image/png", "89504E470D0A1A0A0000000D49484452 FFFFFFFF FFFFFFFF 08", true)]
    [InlineData("image/gif", "474946383961 0004 0003 00", false)]
    [InlineData("image/gif", "474946383961 FFFF FFFF 00", true)]
    [InlineData("image/jpeg", "FFD8 FFE00004AAAA FFC00011 08 0300 0400 00000000", false)]
    [InlineData("image/jpeg", "FFD8 FFE00004AAAA FFC00011 08 FFFF FFFF 00000000", true)]
    [InlineData("image/jpeg", "FFD8 FFFFFFE10006AAAAAAAA FFC20011 08 FFFF FFFF 00000000", true)]
    [InlineData("image/webp", "52494646AAAAAAAA57454250 56503858 0A000000 00000000 FF0300 FF0200 00", false)]
    [InlineData("image/webp", "52494646AAAAAAAA57454250 56503858 0A000000 00000000 FFFFFF FFFFFF 00", true)]
    [InlineData("image/webp", "52494646AAAAAAAA57454250 5650384C 0A000000 2F FFFFFFFF 0000000000", true)]
    [InlineData("image/webp", "52494646AAAAAAAA57454250 56503820 0A000000 000000 9D012A FF3F FF3F 00", true)]
    [InlineData("application/pdf", "255044462D312E37", false)]
    public void A_picture_that_unpacks_to_too_much_is_known_by_its_head(string type, string hex, bool tooLarge) =>
        Dimensions.AreTooLarge(type, Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))).ShouldBe(tooLarge);

    [Fact]
    public void Any_head_is_read_without_harm()
    {
        foreach (var (type, start) in Starts)
        {
            Prop.ForAll<byte[]>(bytes => Reads(type, [.. start, .. bytes])).QuickCheckThrowOnFailure();
        }
    }

    // A span cannot stand in a property itself. What matters is that this returns.
    private static bool Reads(string type, byte[] head)
    {
        _ = Dimensions.AreTooLarge(type, head);
        return true;
    }

    private static readonly (string Type, byte[] Start)[] Starts =
    [
        ("image/png", [0x89, (byte)'P', (byte)'N', (byte)'G']),
        ("image/gif", [.. "GIF89a"u8]),
        ("image/jpeg", [0xFF, 0xD8, 0xFF]),
        ("image/webp", [.. "RIFF\0\0\0\0WEBPVP8X"u8]),
        ("image/webp", []),
    ];
}
