namespace WebcareHub.RulesOfEngagement;

/// <summary>Suggests what someone meant.</summary>
internal static class Spelling
{
    /// <summary><c> Bedoelde u 'title'?</c>, or nothing when no candidate is near.</summary>
    public static string Hint(string word, IEnumerable<string> candidates) =>
        Nearest(word, candidates) is { } near ? $" Bedoelde u '{near}'?" : "";

    /// <summary>A hint when something is near, otherwise the choices themselves.</summary>
    public static string HintOrChoices(string word, IReadOnlyList<string> candidates) =>
        Hint(word, candidates) is { Length: > 0 } hint ? hint : $" Kies uit: {string.Join(", ", candidates)}.";

    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        var (best, distance) = ((string?)null, int.MaxValue);
        foreach (var candidate in candidates)
        {
            var now = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            (best, distance) = now < distance ? (candidate, now) : (best, distance);
        }
        return distance <= Math.Max(1, Math.Min(word.Length, best?.Length ?? 0) / 3) ? best : null;
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours (Damerau, optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] =
                    i == 0 ? j
                    : j == 0 ? i
                    : Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }
        return rows[a.Length, b.Length];
    }
}
