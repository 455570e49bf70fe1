namespace WebcareHub.RulesOfEngagement;

/// <summary>What a figure counts, in words. How it is computed is the same for all.</summary>
/// <param name="Text">What counts and what does not, Dutch.</param>
/// <param name="Target">In the figure's unit.</param>
/// <param name="Reference">What it is elsewhere, in the figure's unit.</param>
/// <param name="Days">How far a figure looks ahead that does.</param>
public sealed record DefinedFigure(string Id, string Title, string Text, double? Target, double? Reference, int? Days)
{
    /// <summary>The figures there are. One text, one computation: what is not here cannot be defined.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        "questions",
        "first-response",
        "first-response-clock",
        "resolution",
        "resolution-clock",
        "level-met",
        "unanswered",
        "first-contact",
        "repeat-contact",
        "reopened",
        "channel-switch",
        "hand-offs",
        "helped-by-others",
        "satisfaction",
        "satisfaction-answered",
        "loop-kept",
    ];

    internal static DefinedFigure Read(MergedEntry figure) =>
        new(
            figure.Id,
            figure.Title,
            figure.Text("text") ?? "",
            Values.Decimal(figure.Text("target") ?? ""),
            Values.Decimal(figure.Text("reference") ?? ""),
            int.TryParse(figure.Text("days"), out var days) ? days : null
        );
}
