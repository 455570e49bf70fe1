namespace WebcareHub.Workspace.Overview.Charts;

/// <summary>A distribution: a column per bucket, on one axis from zero.</summary>
internal sealed record Columns(IReadOnlyList<Columns.Column> All, IReadOnlyList<Columns.Line> Lines)
{
    /// <param name="From">In hundredths of the drawing, as are width and height.</param>
    internal sealed record Column(Bucket Of, double From, double Width, double Height)
    {
        internal double Middle => From + (Width / 2);
    }

    internal sealed record Line(BucketMark Of, double At);

    internal static Columns Lay(IReadOnlyList<Bucket> buckets, IReadOnlyList<BucketMark> marks)
    {
        var most = buckets.Select(bucket => bucket.Count).DefaultIfEmpty(0).Max();
        var step = 100.0 / Math.Max(1, buckets.Count);
        return new Columns(
            [.. buckets.Select((bucket, place) => new Column(bucket, (place + Gap) * step, (1 - (2 * Gap)) * step, Height(bucket)))],
            [.. marks.Select(mark => new Line(mark, Math.Clamp(mark.At * step, 0, 100)))]
        );

        double Height(Bucket bucket) => most == 0 ? 0 : 100.0 * bucket.Count / most;
    }

    private const double Gap = 0.06;
}
