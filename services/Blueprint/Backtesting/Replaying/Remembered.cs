using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>What was made of the same bytes before: the few ways in which decisions are recorded come back all the time. For one thread.</summary>
internal sealed class Remembered<T>
{
    private const int Most = 10_000;
    private readonly Dictionary<byte[], T> _known = new(new Bytes());
    private readonly Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>> _lookup;

    internal Remembered() => _lookup = _known.GetAlternateLookup<ReadOnlySpan<byte>>();

    internal bool TryGet(ReadOnlySpan<byte> bytes, [MaybeNullWhen(false)] out T made) => _lookup.TryGetValue(bytes, out made);

    internal T Add(ReadOnlySpan<byte> bytes, T made)
    {
        if (_known.Count == Most)
        {
            _known.Clear();
        }

        _lookup[bytes] = made;
        return made;
    }

    private sealed class Bytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? one, byte[]? other) => one.AsSpan().SequenceEqual(other);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(byte[] bytes) => GetHashCode(bytes.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate) => string.GetHashCode(MemoryMarshal.Cast<byte, char>(alternate));

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
