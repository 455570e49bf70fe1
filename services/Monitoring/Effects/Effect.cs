using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;
using WebcareHub.Monitoring.Learning;
using WebcareHub.Monitoring.Peers;

namespace WebcareHub.Monitoring.Effects;

/// <summary>Two stretches of equal length beside each other. Pure.</summary>
/// <param name="Shared">Of several municipalities: told only where at least five contribute.</param>
internal sealed record Effect(IReadOnlyList<Counted> Before, IReadOnlyList<Counted> After, bool Shared)
{
    /// <summary>With fewer on a side chance alone moves a figure.</summary>
    internal const int Enough = 30;

    private static readonly string[] Ids =
    [
        "first-response",
        "resolution",
        "level-met",
        "unanswered",
        "first-contact",
        "repeat-contact",
        "reopened",
        "hand-offs",
        "satisfaction",
    ];

    internal bool Telling => Told(Before) >= Enough && Told(After) >= Enough;

    /// <summary>How many; null when that would tell of too few. In each week enough must contribute: who asks for one week less sees the difference.</summary>
    internal int? Told(IReadOnlyList<Counted> counted) =>
        !Shared || counted.GroupBy(one => Local.Monday(one.Question.OpenedAt)).All(week => Municipalities([.. week]) >= Grouping.Least)
            ? counted.Count
            : null;

    internal IReadOnlyList<EffectFigure> Figures(IReadOnlyList<FigureDefinition> definitions) =>
        [.. definitions.Where(definition => Ids.Contains(definition.Id)).Select(Figure)];

    private EffectFigure Figure(FigureDefinition definition)
    {
        var (before, after) = (Side(definition, Before), Side(definition, After));
        return new(
            definition.Id,
            definition.Title,
            definition.Text,
            definition.Unit,
            before?.Value,
            after?.Value,
            before?.Questions,
            after?.Questions,
            !(before?.Questions >= Enough && after?.Questions >= Enough)
        );
    }

    /// <summary>Null when what it is computed from is of too few municipalities.</summary>
    private Measured? Side(FigureDefinition definition, IReadOnlyList<Counted> counted)
    {
        var rule = FigureRules.All.First(each => each.Id == definition.Id);
        var measured = counted.Where(one => rule.Measure(one, definition.Days ?? 0) is not null).ToList();
        return Told(measured) is null ? null : Measured.Of(definition.Id, measured, definition.Days ?? 0);
    }

    private static int Municipalities(IReadOnlyList<Counted> counted) =>
        counted.Select(one => one.Question.Municipality).Distinct().Count();
}
