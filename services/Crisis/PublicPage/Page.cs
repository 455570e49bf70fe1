namespace WebcareHub.Crisis.PublicPage;

/// <summary>What stands on the page of one municipality at one moment.</summary>
/// <param name="UpdatedAt">When something on it last changed; null when nothing is known.</param>
/// <param name="IsStale">It cannot be brought up to date at this moment.</param>
internal sealed record Page(PageTown Town, IReadOnlyList<PageSection> Sections, DateTimeOffset? UpdatedAt, bool IsStale);

/// <summary>One crisis on the page.</summary>
internal sealed record PageSection(
    string Title,
    DateTimeOffset Since,
    DateTimeOffset? EndedAt,
    DateTimeOffset? NextUpdate,
    IReadOnlyList<PageMessage> Known,
    IReadOnlyList<string> Actions,
    IReadOnlyList<(string Claim, bool IsTrue, string Answer)> Rumours
);
