namespace WebcareHub.Workspace.Overview.Charts;

/// <summary>An axis of counts: it begins at zero and ends at a round number.</summary>
internal sealed record Axis(double Top, IReadOnlyList<double> Ticks)
{
    /// <param name="most">The highest value that must fit.</param>
    internal static Axis UpTo(double most)
    {
        var step = Step(Math.Max(most, 1) / Steps);
        var ticks = (int)Math.Ceiling(Math.Max(most, 1) / step);
        return new Axis(ticks * step, [.. Enumerable.Range(0, ticks + 1).Select(tick => tick * step)]);
    }

    /// <summary>Where a value stands: 0 at the axis, 100 at the top.</summary>
    internal double Share(double value) => Math.Clamp(value / Top * 100, 0, 100);

    // Whole numbers only: half a question does not exist.
    private static double Step(double least)
    {
        var size = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return Math.Max(1, Round.Select(round => round * size).First(step => step >= least - Precision));
    }

    private static readonly double[] Round = [1, 2, 5, 10];
    private const double Precision = 1e-9;
    private const int Steps = 4;
}
