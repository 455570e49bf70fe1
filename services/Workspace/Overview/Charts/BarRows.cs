namespace WebcareHub.Workspace.Overview.Charts;

/// <summary>Bars under one another, each under its own label, on one axis from zero.</summary>
internal sealed record BarRows(IReadOnlyList<BarRows.Row> Rows, double Height, double Thickness)
{
    /// <param name="Text">Where the label stands, in pixels from the top.</param>
    /// <param name="Top">Where the bar begins, in pixels from the top.</param>
    /// <param name="Width">In hundredths of the drawing; null without a value.</param>
    /// <param name="Mark">In hundredths from the left; null without a target.</param>
    internal sealed record Row(Bar Of, double Text, double Top, double? Width, double? Mark);

    /// <param name="top">The end of the axis; null lets the longest bar or mark fill the drawing.</param>
    internal static BarRows Lay(IReadOnlyList<Bar> bars, double? top, bool large)
    {
        var (line, thickness, room) = large ? (40.0, 32.0, 20.0) : (20.0, 14.0, 12.0);
        var end = top ?? bars.SelectMany(bar => new[] { bar.Value, bar.Mark }).Max() ?? 0;
        var step = line + thickness + room;
        var rows = bars.Select(
            (bar, place) => new Row(bar, (place * step) + (line * 0.75), (place * step) + line, Of(bar.Value), Of(bar.Mark))
        );
        return new BarRows([.. rows], Math.Max(1, bars.Count) * step, thickness);

        double? Of(double? value) =>
            value is not { } given ? null
            : end <= 0 ? 0
            : Math.Clamp(given / end * 100, 0, 100);
    }
}
