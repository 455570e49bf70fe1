using System.Numerics;

namespace WebcareHub.RulesOfEngagement.Likeness;

/// <summary>
/// A signature of fixed length by which the share of letter groups that two texts have in common (Jaccard) can be told without the texts
/// (Broder, 1997). Nothing of the text can be read back from it.
/// </summary>
public static class MinHash
{
    /// <summary>Hash functions. The estimate is off by about 0.05 at this number.</summary>
    public const int Length = 96;

    private const int Gram = 3;
    private const int LongestWord = 40;
    private static readonly uint[] Factors = Odd(1);
    private static readonly uint[] Terms = Odd(2);

    /// <summary>The signature of these words; null when there are none.</summary>
    public static ushort[]? Of(IReadOnlyList<Wording.Word> words)
    {
        if (words.Count == 0)
            return null;
        var least = new uint[Length];
        Array.Fill(least, uint.MaxValue);
        foreach (var gram in Grams(words))
            Lower(least, gram);
        // The least of many is small: its low half is what differs.
        return Array.ConvertAll(least, value => (ushort)value);
    }

    /// <summary>The share that two have in common, from 0 to 1.</summary>
    public static double Similarity(ReadOnlySpan<ushort> one, ReadOnlySpan<ushort> other)
    {
        var same = Vector<ushort>.Zero;
        for (var at = 0; at < Length; at += Vector<ushort>.Count)
            same -= Vector.Equals(new Vector<ushort>(one[at..]), new Vector<ushort>(other[at..]));
        return Vector.Sum(same) / (double)Length;
    }

    /// <summary>Hashes of every group of three letters, the ends of words included; each once.</summary>
    public static HashSet<uint> Grams(IReadOnlyList<Wording.Word> words)
    {
        var grams = new HashSet<uint>(words.Count * 8);
        Span<char> sound = stackalloc char[(2 * LongestWord) + 2];
        foreach (var word in words)
        {
            var folded = word.Folded.AsSpan(0, Math.Min(word.Folded.Length, LongestWord));
            sound[0] = '_';
            var length = Spelling.Sound(folded, sound[1..]) + 1;
            sound[length++] = '_';
            for (var at = 0; at + Gram <= length; at++)
                grams.Add(Hash(sound.Slice(at, Gram)));
        }
        return grams;
    }

    private static void Lower(uint[] least, uint gram)
    {
        var x = new Vector<uint>(gram);
        for (var at = 0; at < Length; at += Vector<uint>.Count)
        {
            var hash = (x * new Vector<uint>(Factors, at)) + new Vector<uint>(Terms, at);
            hash ^= Vector.ShiftRightLogical(hash, 15);
            hash *= new Vector<uint>(0x2C1B3C6D);
            hash ^= Vector.ShiftRightLogical(hash, 12);
            Vector.Min(hash, new Vector<uint>(least, at)).CopyTo(least, at);
        }
    }

    private static uint Hash(ReadOnlySpan<char> gram)
    {
        var hash = 2166136261u;
        foreach (var letter in gram)
            hash = (hash ^ letter) * 16777619u;
        return hash ^ (hash >> 16);
    }

    /// <summary>Always the same: what is kept from an earlier run must compare.</summary>
    private static uint[] Odd(uint seed)
    {
        var values = new uint[Length];
        for (var at = 0; at < Length; at++)
        {
            seed = (seed * 747796405u) + 2891336453u;
            var word = ((seed >> (int)((seed >> 28) + 4)) ^ seed) * 277803737u;
            values[at] = ((word >> 22) ^ word) | 1;
        }
        return values;
    }
}
