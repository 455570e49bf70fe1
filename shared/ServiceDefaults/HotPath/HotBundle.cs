using System.Buffers.Binary;
using System.Text;

namespace WebcareHub.ServiceDefaults.HotPath;

/// <summary>
/// Several hot messages in one broker message: at load the broker's cost per message is what the whole path waits for.
/// Each message is four blocks (id, municipality, trace parent, body), each block a 32-bit little-endian length and its bytes.
/// </summary>
internal static class HotBundle
{
    internal const string ContentType = "application/vnd.webcare.bundle";

    internal static byte[] Write(IReadOnlyList<Entry> entries)
    {
        byte[] bundle = new byte[entries.Sum(SizeOf)];
        Span<byte> rest = bundle;
        foreach (Entry entry in entries)
        {
            rest = Block(rest, entry.Message.MessageId);
            rest = Block(rest, entry.Message.Municipality ?? "");
            rest = Block(rest, entry.TraceParent ?? "");
            BinaryPrimitives.WriteInt32LittleEndian(rest, entry.Message.Body.Length);
            entry.Message.Body.Span.CopyTo(rest[4..]);
            rest = rest[(4 + entry.Message.Body.Length)..];
        }

        return bundle;
    }

    /// <summary>Reads a bundle; bodies are slices of it.</summary>
    internal static IEnumerable<HotDelivery> Read(string queue, ReadOnlyMemory<byte> bundle)
    {
        while (bundle.Length > 0)
        {
            string id = Text(ref bundle);
            string municipality = Text(ref bundle);
            string traceParent = Text(ref bundle);
            ReadOnlyMemory<byte> body = Block(ref bundle);
            yield return new HotDelivery(queue, body, id, OrNull(municipality), OrNull(traceParent));
        }
    }

    internal static int SizeOf(Entry entry) =>
        16
        + Encoding.UTF8.GetByteCount(entry.Message.MessageId)
        + Encoding.UTF8.GetByteCount(entry.Message.Municipality ?? "")
        + Encoding.UTF8.GetByteCount(entry.TraceParent ?? "")
        + entry.Message.Body.Length;

    private static Span<byte> Block(Span<byte> rest, string text)
    {
        int length = Encoding.UTF8.GetBytes(text, rest[4..]);
        BinaryPrimitives.WriteInt32LittleEndian(rest, length);
        return rest[(4 + length)..];
    }

    private static string Text(ref ReadOnlyMemory<byte> rest) => Encoding.UTF8.GetString(Block(ref rest).Span);

    private static ReadOnlyMemory<byte> Block(ref ReadOnlyMemory<byte> rest)
    {
        int length = BinaryPrimitives.ReadInt32LittleEndian(rest.Span);
        ReadOnlyMemory<byte> block = rest.Slice(4, length);
        rest = rest[(4 + length)..];
        return block;
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    /// <summary>A message with the trace it was published in.</summary>
    internal readonly record struct Entry(HotMessage Message, string? TraceParent);
}
