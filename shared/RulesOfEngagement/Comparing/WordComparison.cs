namespace WebcareHub.RulesOfEngagement;

/// <summary>The longest row of words two texts share, and what stands around it.</summary>
internal static class WordComparison
{
    // A table of this many cells takes some ten milliseconds; beyond it the middle is told as one piece.
    private const int MostCells = 4_000_000;

    public static IReadOnlyList<WordDifference> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var head = 0;
        while (head < before.Count && head < after.Count && before[head] == after[head])
        {
            head++;
        }
        var tail = 0;
        while (tail < before.Count - head && tail < after.Count - head && before[^(tail + 1)] == after[^(tail + 1)])
        {
            tail++;
        }
        var (was, now) = (before.Skip(head).SkipLast(tail).ToList(), after.Skip(head).SkipLast(tail).ToList());
        var pieces = new List<WordDifference>();
        Add(pieces, null, string.Concat(before.Take(head)));
        if ((long)was.Count * now.Count > MostCells)
        {
            Add(pieces, ChangeKind.Removed, string.Concat(was));
            Add(pieces, ChangeKind.Added, string.Concat(now));
        }
        else
        {
            foreach (var piece in Align(was, now))
            {
                Add(pieces, piece.Change, piece.Text);
            }
        }
        Add(pieces, null, string.Concat(before.TakeLast(tail)));
        return pieces;
    }

    /// <summary>Words, each with the white space before it: put together they are the text again.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var (words, start) = (new List<string>(), 0);
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && !char.IsWhiteSpace(text[i - 1]))
            {
                words.Add(text[start..i]);
                start = i;
            }
        }
        return text.Length == 0 ? words : [.. words, text[start..]];
    }

    /// <summary>The longest row that stands in both, in order.</summary>
    public static IReadOnlyList<string> Shared(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        [.. Align(before, after).Where(piece => piece.Change is null).Select(piece => piece.Text)];

    /// <summary>Piece by piece: what stayed, went and came.</summary>
    private static IEnumerable<WordDifference> Align(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var shared = Table(before, after);
        var (i, j) = (0, 0);
        while (i < before.Count || j < after.Count)
        {
            if (i < before.Count && j < after.Count && before[i] == after[j])
            {
                j++;
                yield return new(null, before[i++]);
            }
            else if (i < before.Count && (j == after.Count || shared[i + 1, j] >= shared[i, j + 1]))
            {
                yield return new(ChangeKind.Removed, before[i++]);
            }
            else
            {
                yield return new(ChangeKind.Added, after[j++]);
            }
        }
    }

    /// <summary>How many pieces the rests from i and j share at most.</summary>
    private static int[,] Table(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var shared = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                shared[i, j] = before[i] == after[j] ? shared[i + 1, j + 1] + 1 : Math.Max(shared[i + 1, j], shared[i, j + 1]);
            }
        }
        return shared;
    }

    /// <summary>Neighbours of one kind become one piece; what went stands before what came.</summary>
    private static void Add(List<WordDifference> pieces, ChangeKind? change, string text)
    {
        if (text.Length == 0)
        {
            return;
        }
        var at = pieces.FindLastIndex(piece => piece.Change == change);
        var behind = change == ChangeKind.Removed && at >= 0 && at == pieces.Count - 2 && pieces[^1].Change == ChangeKind.Added;
        if (at >= 0 && (at == pieces.Count - 1 || behind))
        {
            pieces[at] = pieces[at] with { Text = pieces[at].Text + text };
        }
        else if (change == ChangeKind.Removed && pieces is [.., { Change: ChangeKind.Added }])
        {
            pieces.Insert(pieces.Count - 1, new(change, text));
        }
        else
        {
            pieces.Add(new(change, text));
        }
    }
}
