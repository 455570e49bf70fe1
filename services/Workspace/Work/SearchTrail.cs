namespace WebcareHub.Workspace.Work;

/// <summary>What a colleague looked for among the answers and did not find, while the list was open.</summary>
internal sealed class SearchTrail
{
    // Fewer letters are the beginning of a word.
    private const int Shortest = 3;

    /// <summary>The last words that found nothing; null when everything was found, or an answer was used after all.</summary>
    internal string? InVain { get; private set; }

    internal void Typed(string words, int found)
    {
        var searched = words.Trim();
        if (found == 0 && searched.Length >= Shortest)
        {
            InVain = searched;
        }
        else if (searched.Length >= Shortest && InVain?.StartsWith(searched, StringComparison.CurrentCultureIgnoreCase) == true)
        {
            // A letter too many was taken back.
            InVain = null;
        }
    }

    internal void Used() => InVain = null;
}
