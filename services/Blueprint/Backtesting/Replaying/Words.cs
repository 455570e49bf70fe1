using System.Text;
using System.Text.Json;

namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>Keeps one string for each of the few values that decisions are made of. For one thread.</summary>
internal sealed class Words
{
    private const int Longest = 256;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<string, string[]> _lists = new(StringComparer.Ordinal);

    internal Words() => _lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text the reader stands on.</summary>
    internal string Of(ref Utf8JsonReader reader)
    {
        if (reader.ValueSpan.Length > Longest)
        {
            return reader.GetString()!;
        }

        Span<char> letters = stackalloc char[Longest];
        return Of(letters[..reader.CopyString(letters)]);
    }

    /// <summary>A code, UTF-8.</summary>
    internal string Of(ReadOnlySpan<byte> code)
    {
        if (code.Length > Longest)
        {
            return Encoding.UTF8.GetString(code);
        }

        Span<char> letters = stackalloc char[Longest];
        return Of(letters[..Encoding.UTF8.GetChars(code, letters)]);
    }

    /// <summary>A list as a trace has it: <c>one, other</c>.</summary>
    internal string[] ListOf(string joined)
    {
        if (!_lists.TryGetValue(joined, out var list))
        {
            _lists[joined] = list = joined.Split(", ");
        }

        return list;
    }

    private string Of(ReadOnlySpan<char> text)
    {
        if (!_lookup.TryGetValue(text, out var known))
        {
            known = text.ToString();
            _known.Add(known);
        }

        return known;
    }
}
