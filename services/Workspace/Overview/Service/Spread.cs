using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Overview.Charts;
using WebcareHub.Workspace.Words;

namespace WebcareHub.Workspace.Overview.Service;

/// <summary>A figure's distribution as a chart takes it.</summary>
internal static class Spread
{
    internal static IReadOnlyList<Bucket> Buckets(Figure of) =>
        [.. of.Distribution.Select(bucket => new Bucket(Edge(of.Unit, bucket), SayFigures.Stretch(of.Unit, bucket), bucket.Questions))];

    /// <summary>Where half lies, and nine of ten; of durations alone.</summary>
    internal static IReadOnlyList<BucketMark> Marks(Figure of) =>
        of.Unit != FigureUnits.Minutes
            ? []
            : [.. Mark(of, of.Value, OverviewTexts.HalfWithin), .. Mark(of, of.Ninety, OverviewTexts.NinetyWithin)];

    /// <summary>In buckets from the left: within a bucket in proportion, in the last one, which has no end, in its middle.</summary>
    internal static double? Place(IReadOnlyList<FigureBucket> buckets, double value)
    {
        foreach (var (index, bucket) in buckets.Index())
        {
            if (bucket.Below is not { } below)
            {
                return index + 0.5;
            }

            if (value < below)
            {
                return index + Math.Clamp((value - bucket.From) / (below - bucket.From), 0, 1);
            }
        }

        return buckets.Count == 0 ? null : buckets.Count;
    }

    private static IEnumerable<BucketMark> Mark(Figure of, double? value, string said) =>
        value is { } given && Place(of.Distribution, given) is { } at ? [new(at, SayFigures.Format(said, SayFigures.Duration(given)))] : [];

    // Under the column stands its upper edge alone: on a telephone there is no room for more.
    private static string Edge(string unit, FigureBucket bucket) =>
        unit == FigureUnits.Score ? SayFigures.Number(bucket.From)
        : bucket.Below is not { } below ? ">"
        : "< " + SayFigures.Value(unit, below);
}
