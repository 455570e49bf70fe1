using WebcareHub.Monitoring.Figures;

namespace WebcareHub.Monitoring.Learning;

/// <summary>A figure of some of the questions.</summary>
/// <param name="Questions">From how many it is computed.</param>
internal readonly record struct Measured(double? Value, int Questions)
{
    /// <param name="days">For figures that look some days ahead.</param>
    internal static Measured Of(string figure, IReadOnlyList<Counted> counted, int days = 0)
    {
        var rule = FigureRules.All.First(each => each.Id == figure);
        var measured = counted
            .Select(one => (One: one, Value: rule.Measure(one, days)))
            .Where(each => each.Value is not null)
            .Select(each => new Computing.Measured(each.One, each.Value!.Value))
            .ToList();
        return new(Computing.Together(rule.Kind, measured).Value, measured.Count);
    }
}
