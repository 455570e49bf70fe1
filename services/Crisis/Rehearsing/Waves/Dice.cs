using System.Buffers.Binary;

namespace WebcareHub.Crisis.Rehearsing.Waves;

/// <summary>Numbers that look thrown and are always the same for the same wave, message and purpose (SplitMix64).</summary>
internal sealed class Dice
{
    private ulong _state;

    public Dice(Guid seed, int number, int purpose)
    {
        Span<byte> bytes = stackalloc byte[16];
        seed.TryWriteBytes(bytes);
        _state =
            BinaryPrimitives.ReadUInt64LittleEndian(bytes)
            ^ (BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]) * 31)
            ^ ((ulong)number << 20)
            ^ (ulong)purpose;
    }

    /// <summary>From 0 up to, and not, this many.</summary>
    public int Next(int below) => (int)(Next() % (ulong)below);

    public T Of<T>(IReadOnlyList<T> choices) => choices[Next(choices.Count)];

    /// <summary>Yes, so many times in a hundred.</summary>
    public bool Falls(int percent) => Next(100) < percent;

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
