namespace WebcareHub.RulesOfEngagement;

/// <summary>What a layer chose about the layers above it: the block <c>adoption</c>.</summary>
/// <param name="Base">Layer above to the release that holds where nothing else is chosen; a layer that is not named is followed.</param>
/// <param name="Follow">Themes whose changes come in by themselves.</param>
/// <param name="Share">What of its own it lets others use: <c>backtest</c>, <c>entries</c>.</param>
public sealed record LayerAdoption(
    IReadOnlyDictionary<string, int> Base,
    IReadOnlyList<string> Follow,
    IReadOnlyList<string> Share,
    IReadOnlyList<EntryChoice> Choices
)
{
    /// <summary>Nothing was chosen: everything above is followed.</summary>
    public static readonly LayerAdoption None = new(new Dictionary<string, int>(), [], [], []);

    /// <summary>Own messages may count in back-tests of others' proposals.</summary>
    public bool SharesBacktests => Share.Contains("backtest");

    /// <summary>Other municipalities may read own entries and take them over.</summary>
    public bool SharesEntries => Share.Contains("entries");
}

/// <summary>One choice about one entry of a layer above.</summary>
/// <param name="Section">topics, rules, …</param>
/// <param name="Id">The entry's id; for a block (voice, retention) the heading's name.</param>
/// <param name="Layer">The layer above whose release it is about.</param>
/// <param name="Release">The release adopted, or the one deferred.</param>
/// <param name="Reason">Dutch; a deferral has one.</param>
public sealed record EntryChoice(string Section, string Id, ChoiceKind Kind, string Layer, int Release, string? Reason, DateOnly? Since);

/// <summary>What was chosen about an entry.</summary>
public enum ChoiceKind
{
    /// <summary>It holds as in the release named.</summary>
    Adopt,

    /// <summary>Not now: the form of the base goes on.</summary>
    Defer,
}

/// <summary>A release of a layer.</summary>
public readonly record struct LayerRelease(string Layer, int Release);
