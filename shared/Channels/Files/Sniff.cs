using System.Text;

namespace WebcareHub.Channels.Files;

/// <summary>What a file is, by its own first bytes; what the sender says only chooses between formats that share a container.</summary>
public static class Sniff
{
    /// <summary>The media type, or null for anything this hub does not keep.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> head, string? declared)
    {
        declared = declared?.Split(';')[0].Trim().ToLowerInvariant();
        return head switch
        {
            [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "application/pdf",
            [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => "audio/ogg",
            [(byte)'#', (byte)'!', (byte)'A', (byte)'M', (byte)'R', ..] => "audio/amr",
            [(byte)'I', (byte)'D', (byte)'3', ..] => "audio/mpeg",
            [0xFF, 0xF1 or 0xF9, ..] => "audio/aac",
            [0xFF, 0xFB or 0xF3 or 0xF2, ..] => "audio/mpeg",
            [(byte)'P', (byte)'K', 3, 4, ..] => Zipped(head, declared),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => OldOffice(declared),
            _ when Is(head, 0, "RIFF") && Is(head, 8, "WEBP") => "image/webp",
            _ when Is(head, 4, "ftyp") => Film(head, declared),
            _ => IsText(head) ? "text/plain" : null,
        };
    }

    // What an office document begins with inside; any other archive under its name is none.
    private static readonly string[] OfficeEntries = ["[Content_Types].xml", "_rels/", "docProps/", "customXml/", "word/", "xl/", "ppt/"];

    private static string? Zipped(ReadOnlySpan<byte> head, string? declared)
    {
        var entry = head.Length < 30 ? default : head[30..][..Math.Min(head[26] | head[27] << 8, head.Length - 30)];
        var first = Encoding.Latin1.GetString(entry);
        return declared switch
        {
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            or "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            or "application/vnd.openxmlformats-officedocument.presentationml.presentation" => Array.Exists(
                OfficeEntries,
                start => first.StartsWith(start, StringComparison.Ordinal)
            )
                ? declared
                : null,
            "application/vnd.oasis.opendocument.text" or "application/vnd.oasis.opendocument.spreadsheet" => first == "mimetype"
                ? declared
                : null,
            _ => null,
        };
    }

    private static string? OldOffice(string? declared) =>
        declared is "application/msword" or "application/vnd.ms-excel" or "application/vnd.ms-powerpoint" ? declared : null;

    private static string Film(ReadOnlySpan<byte> head, string? declared) =>
        Is(head, 8, "M4A") || declared == "audio/mp4" ? "audio/mp4"
        : Is(head, 8, "3gp") ? "video/3gpp"
        : "video/mp4";

    private static bool Is(ReadOnlySpan<byte> head, int at, string mark) =>
        head.Length >= at + mark.Length && head.Slice(at, mark.Length).SequenceEqual(Encoding.ASCII.GetBytes(mark));

    // The head may end inside a character: its last three bytes do not count.
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty || head.ContainsAnyInRange((byte)0, (byte)8))
        {
            return false;
        }

        var whole = head.Length > 64 ? head[..^3] : head;
        while (!whole.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(whole, out _, out var used) == System.Buffers.OperationStatus.InvalidData)
            {
                return false;
            }

            whole = whole[Math.Min(Math.Max(used, 1), whole.Length)..];
        }

        return true;
    }
}
