using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Overview.Board;

/// <summary>The figures that a board reads: as many as fit on one page with what they count.</summary>
internal static class BoardChoice
{
    /// <summary>As the blueprint names them.</summary>
    internal static readonly IReadOnlyList<string> Ids =
    [
        "questions",
        "first-response",
        "level-met",
        "unanswered",
        "first-contact",
        "repeat-contact",
        "hand-offs",
        "satisfaction",
    ];

    /// <summary>Those of the report of which there is something to tell, in its order.</summary>
    internal static IEnumerable<Figure> Of(FigureReport report) =>
        report.Figures.Where(figure => figure.Questions > 0 && Ids.Contains(figure.Id));
}
