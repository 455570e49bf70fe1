namespace WebcareHub.Ingest.Social.Bluesky.Reading;

/// <summary>Keys of records: a moment in microseconds and ten bits more, in thirteen sortable characters.</summary>
internal static class Tid
{
    private const string Alphabet = "234567abcdefghijklmnopqrstuvwxyz";
    private const int Length = 13;

    /// <param name="bits">The low ten: to tell keys of one moment apart.</param>
    public static string Write(long microseconds, int bits)
    {
        var value = microseconds << 10 | (long)bits & 0x3FF;
        Span<char> written = stackalloc char[Length];
        for (var i = Length - 1; i >= 0; i--)
        {
            written[i] = Alphabet[(int)(value & 31)];
            value >>= 5;
        }

        return written.ToString();
    }

    /// <summary>The moment it was made; null when the key is of another kind.</summary>
    public static DateTimeOffset? Moment(string? key)
    {
        if (key is not { Length: Length })
        {
            return null;
        }

        var value = 0L;
        foreach (var c in key)
        {
            var digit = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0)
            {
                return null;
            }

            value = value << 5 | (long)digit;
        }

        // Below the year 3000; the sign bit is never set.
        return value >> 10 is var microseconds and > 0 and < 32_503_680_000_000_000
            ? DateTimeOffset.UnixEpoch.AddMicroseconds(microseconds)
            : null;
    }
}
