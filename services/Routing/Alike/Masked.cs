using System.Text;
using WebcareHub.RulesOfEngagement.Likeness;

namespace WebcareHub.Routing.Alike;

/// <summary>A text as an example: names, numbers and addresses covered.</summary>
internal static class Masked
{
    private const char Cover = '…';
    private const int Longest = 280;

    public static string Of(string text, string? author)
    {
        var shown = new StringBuilder(text);
        var tokens = Tokens.Of(text);
        var names = Wording.Names(tokens, author);
        foreach (var token in tokens.Where(names))
            CoverUp(shown, token.Start, token.Text.Length);
        for (var (at, end) = (0, 0); at < text.Length; at = end + 1)
        {
            end = text.AsSpan(at).IndexOfAny(' ', '\n', '\t') is var space and >= 0 ? at + space : text.Length;
            var piece = text.AsSpan(at, end - at);
            if (piece.Length > 0 && (Tokens.IsAddress(piece) || piece.ContainsAnyInRange('0', '9')))
                CoverUp(shown, at, piece.Length);
        }
        var line = string.Join(' ', shown.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Once));
        return line.Length <= Longest ? line : string.Concat(line.AsSpan(0, Longest - 1), "…");
    }

    private static void CoverUp(StringBuilder shown, int start, int length)
    {
        for (var at = start; at < start + length; at++)
            shown[at] = Cover;
    }

    // How long a name is says something about it.
    private static string Once(string word)
    {
        var once = new StringBuilder(word.Length);
        foreach (var letter in word)
            if (letter != Cover || once.Length == 0 || once[^1] != Cover)
                once.Append(letter);
        return once.ToString();
    }
}
