namespace WebcareHub.Routing.Pools;

/// <summary>What one process remembers of its last passes, so that the next does not read all again.</summary>
internal sealed class LastLook
{
    private static readonly TimeSpan LongestRound = TimeSpan.FromSeconds(5);

    // What others worked on, or took in between, is found a minute later at most.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private IReadOnlyList<House>? _houses;
    private (long Changes, DateTimeOffset At) _seen;
    private (long Changes, DateTimeOffset At) _looked = (-1, default);

    /// <summary>Whether it is time to look again at who left.</summary>
    /// <param name="changes">How often members, terms and colleagues changed.</param>
    public bool IsOver(long changes, DateTimeOffset now) => changes != _looked.Changes || (now - _looked.At).Duration() >= Longest;

    /// <summary>The municipalities as this round saw them; null when they must be read.</summary>
    public IReadOnlyList<House>? Houses(long changes, DateTimeOffset now) =>
        changes == _seen.Changes && (now - _seen.At).Duration() < LongestRound ? _houses : null;

    public IReadOnlyList<House> Saw(IReadOnlyList<House> houses, long changes, DateTimeOffset now)
    {
        (_houses, _seen) = (houses, (changes, now));
        return houses;
    }

    /// <summary>A pass is done.</summary>
    /// <param name="moved">Questions of who left: there may be more when there were any.</param>
    /// <param name="all">With none at all the round is over.</param>
    public void Passed(long changes, int moved, int all, DateTimeOffset now)
    {
        if (moved == 0 && IsOver(changes, now))
            _looked = (changes, now);
        if (all == 0)
            _houses = null;
    }
}
