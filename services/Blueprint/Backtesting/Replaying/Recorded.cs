using System.Buffers.Binary;
using System.Buffers.Text;

namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>What a row of the log is to a back-test.</summary>
internal enum RecordedKind
{
    Message,
    Decision,

    /// <summary>A colleague answered, or closed the conversation: what was due no longer is.</summary>
    Answer,
}

/// <summary>A row of the log, as it stands in its page: nothing is decoded or opened yet. What a row does not have is empty.</summary>
internal readonly ref struct Recorded
{
    private const int Columns = 11;

    private Recorded(ref ReadOnlySpan<byte> page)
    {
        Sequence = BinaryPrimitives.ReadInt64BigEndian(Next(ref page));
        Municipality = Next(ref page);
        Conversation = ConversationOf(Next(ref page));
        Version = BinaryPrimitives.ReadInt64BigEndian(Next(ref page));
        Kind = KindOf(Next(ref page));
        Resident = Next(ref page) is { Length: 16 } resident ? new Guid(resident, bigEndian: true) : null;
        WrappedKey = Next(ref page);
        Text = Next(ref page);
        Facts = Json(Next(ref page));
        Came = Json(Next(ref page));
        At = Next(ref page);
    }

    internal long Sequence { get; }

    /// <summary>Its code, UTF-8.</summary>
    internal ReadOnlySpan<byte> Municipality { get; }

    /// <summary>Null for a stream that is no conversation.</summary>
    internal Guid? Conversation { get; }

    /// <summary>Its place in the conversation's stream; a decision stands right behind its message.</summary>
    internal long Version { get; }

    internal RecordedKind Kind { get; }

    /// <summary>Of a message.</summary>
    internal Guid? Resident { get; }

    /// <summary>Of a message: its resident's key; empty once they were forgotten.</summary>
    internal ReadOnlySpan<byte> WrappedKey { get; }

    /// <summary>Of a message: its text, sealed, UTF-8.</summary>
    internal ReadOnlySpan<byte> Text { get; }

    /// <summary>Of a decision: what it read, a JSON object.</summary>
    internal ReadOnlySpan<byte> Facts { get; }

    /// <summary>Of a decision: what came of it, as <see cref="Decoding.Outcome"/> reads it.</summary>
    internal ReadOnlySpan<byte> Came { get; }

    /// <summary>Of a decision and an answer: when, as JSON had it.</summary>
    internal ReadOnlySpan<byte> At { get; }

    /// <summary>Takes the next row off a page in the binary form of COPY; false at its end.</summary>
    internal static bool TryTake(ref ReadOnlySpan<byte> page, out Recorded row)
    {
        var columns = BinaryPrimitives.ReadInt16BigEndian(page);
        page = page[sizeof(short)..];
        row = columns == Columns ? new(ref page) : default;
        return columns == Columns;
    }

    private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> page)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(page);
        var value = length > 0 ? page.Slice(sizeof(int), length) : default;
        page = page[(sizeof(int) + value.Length)..];
        return value;
    }

    /// <summary>Behind the version that PostgreSQL puts before it.</summary>
    private static ReadOnlySpan<byte> Json(ReadOnlySpan<byte> value) => value.IsEmpty ? value : value[1..];

    private static Guid? ConversationOf(ReadOnlySpan<byte> stream) =>
        Utf8Parser.TryParse(stream[(stream.IndexOf((byte)'-') + 1)..], out Guid conversation, out _) ? conversation : null;

    private static RecordedKind KindOf(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("message_received"u8) ? RecordedKind.Message
        : type.SequenceEqual("question_recognised"u8) ? RecordedKind.Decision
        : RecordedKind.Answer;
}
