namespace WebcareHub.Crisis.PublicPage;

/// <summary>
/// Everything the public pages are made of, as it was last read: enough to make them again without the database, also after a restart.
/// </summary>
/// <param name="Towns">Every municipality.</param>
/// <param name="Crises">The crises residents read about; never an exercise.</param>
internal sealed record PageSource(IReadOnlyList<PageTown> Towns, IReadOnlyList<PageCrisis> Crises)
{
    internal static readonly PageSource None = new([], []);
}

/// <summary>A municipality as its page shows it.</summary>
/// <param name="Code">CBS code.</param>
/// <param name="Colour">Its own colour, <c>#rrggbb</c>; null for the common one.</param>
internal sealed record PageTown(string Code, string Name, string? Website, string? Telephone, string? Colour);

/// <summary>A crisis with what may be said about it.</summary>
/// <param name="Towns">Codes of the municipalities it holds for.</param>
/// <param name="EndedAt">It is over, and its page stays for those who come back.</param>
/// <param name="NextUpdate">When residents hear more.</param>
/// <param name="Actions">What the scenario says people can do, whatever else is known.</param>
/// <param name="ChangedAt">When something of the crisis itself last changed for residents.</param>
internal sealed record PageCrisis(
    Guid Id,
    string Title,
    IReadOnlyList<string> Towns,
    DateTimeOffset Since,
    DateTimeOffset? EndedAt,
    DateTimeOffset? NextUpdate,
    IReadOnlyList<string> Actions,
    DateTimeOffset ChangedAt,
    IReadOnlyList<PageMessage> Messages,
    IReadOnlyList<PageRumour> Rumours
);

/// <summary>What one municipality says.</summary>
/// <param name="Gone">It said this, and no longer: only the moment still counts.</param>
internal sealed record PageMessage(
    string Town,
    string Title,
    string Text,
    IReadOnlyList<string> Actions,
    DateTimeOffset StandOf,
    DateTimeOffset ValidFrom,
    DateTimeOffset? ValidUntil,
    DateTimeOffset At,
    bool Gone = false
);

/// <summary>A rumour that has an answer.</summary>
/// <param name="Answers">The answer with each municipality's own facts, by code.</param>
internal sealed record PageRumour(string Claim, bool IsTrue, IReadOnlyDictionary<string, string> Answers, DateTimeOffset At);
