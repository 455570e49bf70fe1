namespace WebcareHub.Contracts.Api;

// Comparison with a group of peers, by whole month. A municipality shares figure by figure; who shares a figure sees that of the others. A group
// shows a mean of at least five municipalities, and is left out when it would tell about fewer by what else is shown, of other months too: who begins
// or stops to share comes into the mean, or goes out of it, together with others. Nobody is ranked.
//   GET /figures/comparison?month=&group=&at=        the own figures beside those of a group (PeerComparison); month yyyy-MM, without it the last one
//   PUT /figures/comparison/choices/{figure}         shares a figure, or no longer, from the present month on (ShareFigure); by a manager

/// <summary>The own figures beside those of a group of peers.</summary>
/// <param name="Month">yyyy-MM.</param>
/// <param name="Months">What can be chosen: months of which the comparison stands, the newest first.</param>
/// <param name="Group">Id of the group shown.</param>
/// <param name="Groups">Groups the municipality is in.</param>
/// <param name="CountedAt">As known at this moment, for all alike; it does not change afterwards.</param>
/// <param name="MayChoose">The caller may choose what is shared.</param>
public sealed record PeerComparison(
    string Municipality,
    string Name,
    string Month,
    IReadOnlyList<string> Months,
    string Group,
    IReadOnlyList<PeerGroup> Groups,
    DateTimeOffset CountedAt,
    IReadOnlyList<ComparedFigure> Figures,
    bool MayChoose
);

/// <summary>A group of peers.</summary>
/// <param name="Id">nl, a province (province-drenthe), a region id, or a size (size-small, size-medium, size-large, size-city).</param>
/// <param name="Title">Dutch, to read.</param>
public sealed record PeerGroup(string Id, string Title);

/// <summary>One figure, own and of the group.</summary>
/// <param name="Own">Null when there is nothing to count.</param>
/// <param name="Peers">The mean of municipalities of the group that share it, rounded, worked out once for each month; null when <paramref name="WhyNot"/> tells why.</param>
/// <param name="AtLeast">At least so many municipalities are in the mean, by fives; 0 without one.</param>
/// <param name="Shared">The own municipality shares it in this month.</param>
/// <param name="SharedNext">It will in the present month.</param>
/// <param name="WhyNot">Dutch, one sentence; null when there is a mean.</param>
public sealed record ComparedFigure(
    string Id,
    string Title,
    string Text,
    string Unit,
    double? Own,
    double? Peers,
    int AtLeast,
    double? Target,
    double? Reference,
    bool Shared,
    bool SharedNext,
    string? WhyNot
);

/// <summary>Share a figure, or no longer.</summary>
public sealed record ShareFigure(bool Shared);
