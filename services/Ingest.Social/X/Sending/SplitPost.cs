using System.Text;

namespace WebcareHub.Ingest.Social.X.Sending;

/// <summary>Cuts an answer into posts that X accepts.</summary>
internal static class SplitPost
{
    /// <summary>
    /// Parts of at most <see cref="Weight.Limit"/>, cut on white space where there is any in the last half of a part, never inside a link or a
    /// character. Nothing but the white space at a cut is lost.
    /// </summary>
    public static IReadOnlyList<string> Of(string told)
    {
        var text = Composed(told);
        var cuts = new List<int> { 0 };
        var (weight, space, afterSpace) = (0, -1, 0);
        foreach (var piece in Weight.Pieces(text).SelectMany(piece => Divided(text, piece)))
        {
            while (weight > 0 && weight + piece.Weight > Weight.Limit)
            {
                cuts.Add(space >= 0 ? space : piece.Start);
                (weight, space) = (space >= 0 ? weight - afterSpace : 0, -1);
            }

            // White space that begins a part is not sent, so that it does not count.
            weight += piece.IsSpace && weight == 0 ? 0 : piece.Weight;
            (space, afterSpace) = piece.IsSpace && weight > Weight.Limit / 2 ? (piece.Start + piece.Length, weight) : (space, afterSpace);
        }

        cuts.Add(text.Length);
        return [.. cuts.Zip(cuts.Skip(1), (from, to) => text[from..to].Trim()).Where(part => part.Length > 0)];
    }

    // X counts composed characters; what is no text at all cannot be composed.
    private static string Composed(string text) => string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormC);

    // One character that is longer than a post, from piled accents: between its code points, each of which weighs 2 at most.
    private static IEnumerable<Weight.Piece> Divided(string text, Weight.Piece piece)
    {
        const int Step = Weight.Limit / 4;
        if (piece.Weight <= Weight.Limit)
        {
            yield return piece;
            yield break;
        }

        for (int at = piece.Start, end = piece.Start + piece.Length; at < end; )
        {
            var to = Math.Min(end, at + Step);
            to -= to < end && char.IsLowSurrogate(text[to]) ? 1 : 0;
            yield return new(at, to - at, 2 * (to - at), false);
            at = to;
        }
    }
}
