using WebcareHub.Contracts.Api;

namespace WebcareHub.Monitoring.Figures;

/// <summary>Puts figures together of what questions measure. Pure: the same questions give the same figures.</summary>
internal static class Computing
{
    /// <summary>Fewer than this say too much about who they are, where others than the own municipality look.</summary>
    internal const int Few = 5;

    private static readonly double[] Minutes = [0, 15, 30, 60, 120, 240, 480, 1440, 2880];
    private static readonly double[] Scores = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

    /// <param name="hidesFew">Whether small numbers are hidden.</param>
    internal static Figure Of(FigureRule rule, FigureDefinition definition, IReadOnlyList<Counted> counted, bool hidesFew)
    {
        var measured = counted
            .Select(one => (One: one, Value: rule.Measure(one, definition.Days ?? 0)))
            .Where(each => each.Value is not null)
            .Select(each => new Measured(each.One, each.Value!.Value))
            .ToList();
        var (value, ninety) = Together(rule.Kind, measured);
        var hidden = hidesFew && measured.Count is > 0 and < Few;
        IReadOnlyList<FigurePart> Parts(Func<Counted, string> key) => By(rule.Kind, measured, key, hidesFew);
        return new(
            rule.Id,
            definition.Title,
            definition.Text,
            rule.Unit,
            hidden ? null : value,
            hidden ? null : ninety,
            definition.Target,
            definition.Reference,
            measured.Count,
            hidden,
            hidden ? [] : Distribution(rule, measured),
            Parts(one => one.Question.Channel),
            Parts(one => Local.PartOfDay(one.Question.OpenedAt)),
            Parts(one => Local.Monday(one.Question.OpenedAt).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
        );
    }

    /// <summary>A share, a mean or a number; of a duration the middle, and what nine of ten stay within (nearest rank).</summary>
    internal static (double? Value, double? Ninety) Together(FigureKind kind, IReadOnlyList<Measured> measured)
    {
        if (kind == FigureKind.Number)
        {
            return (measured.Count, null);
        }

        if (measured.Count == 0)
        {
            return (null, null);
        }

        if (kind != FigureKind.Duration)
        {
            return (Round(measured.Average(each => each.Value) * (kind == FigureKind.Share ? 100 : 1)), null);
        }

        var sorted = measured.Select(each => each.Value).Order().ToList();
        return (Round(Rank(sorted, 50)), Round(Rank(sorted, 90)));
    }

    private static double Rank(List<double> sorted, int percent) => sorted[(((percent * sorted.Count) + 99) / 100) - 1];

    private static double Round(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);

    private static FigurePart[] By(FigureKind kind, List<Measured> measured, Func<Counted, string> key, bool hidesFew) =>
        [
            .. measured
                .GroupBy(each => key(each.One))
                .OrderBy(part => part.Key, StringComparer.Ordinal)
                .Select(part =>
                {
                    var (value, ninety) = Together(kind, [.. part]);
                    var hidden = hidesFew && part.Count() < Few;
                    return new FigurePart(part.Key, hidden ? null : value, hidden ? null : ninety, part.Count(), hidden);
                }),
        ];

    private static FigureBucket[] Distribution(FigureRule rule, List<Measured> measured)
    {
        var edges =
            rule.Kind == FigureKind.Duration ? Minutes
            : rule.Unit == FigureUnits.Score ? Scores
            : [];
        return
        [
            .. edges.Select(
                (from, i) =>
                {
                    double? below = i + 1 < edges.Length ? edges[i + 1] : null;
                    return new FigureBucket(from, below, measured.Count(each => each.Value >= from && !(each.Value >= below)));
                }
            ),
        ];
    }

    /// <summary>Topics with enough questions to tell. What is left out must itself be enough: otherwise it follows from the whole.</summary>
    /// <param name="topics">From most to fewest.</param>
    internal static List<IGrouping<string, Counted>> Told(List<IGrouping<string, Counted>> topics)
    {
        var told = topics.Where(topic => topic.Count() >= Few).ToList();
        var rest = topics.Except(told).Sum(topic => topic.Count());
        while (rest is > 0 and < Few && told.Count > 0)
        {
            rest += told[^1].Count();
            told.RemoveAt(told.Count - 1);
        }

        return told;
    }

    /// <summary>What a question measured.</summary>
    internal sealed record Measured(Counted One, double Value);
}
