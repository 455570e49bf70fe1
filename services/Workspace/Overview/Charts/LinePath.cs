using System.Globalization;

namespace WebcareHub.Workspace.Overview.Charts;

/// <summary>A line with what is usual as a surface behind it, in a square of a thousand by a thousand that the page stretches.</summary>
/// <param name="Line">The line; empty when there is no value.</param>
/// <param name="Band">The surface; empty when nothing is known of what is usual.</param>
/// <param name="Last">The last value, in hundredths from the left and from the top; null when there is none.</param>
internal sealed record LinePath(Axis Axis, string Line, string Band, (double X, double Y)? Last)
{
    internal static LinePath Draw(IReadOnlyList<LinePoint> points)
    {
        var axis = Axis.UpTo(points.SelectMany(point => new[] { point.Value, point.Usual }).Max() ?? 0);
        var usual = points.Index().Where(point => point.Item.Usual is not null).ToList();
        var band = usual.Count < 2 ? "" : Polygon(usual, axis, points.Count);
        var last = points.Index().LastOrDefault(point => point.Item.Value is not null);
        return new LinePath(axis, Polyline(points, axis), band, last.Item is null ? null : At(last, axis, points.Count));
    }

    /// <summary>Where a point stands, in hundredths from the left.</summary>
    internal static double Place(int index, int count) => (index + 0.5) / count * 100;

    private static (double X, double Y)? At((int Index, LinePoint Item) point, Axis axis, int count) =>
        (Place(point.Index, count), 100 - axis.Share(point.Item.Value!.Value));

    // A gap in the values is a gap in the line.
    private static string Polyline(IReadOnlyList<LinePoint> points, Axis axis)
    {
        var (path, pen) = (new List<string>(), false);
        foreach (var (index, point) in points.Index())
        {
            if (point.Value is { } value)
            {
                path.Add((pen ? "L" : "M") + Spot(index, value, axis, points.Count));
            }

            pen = point.Value is not null;
        }

        return string.Join(' ', path);
    }

    private static string Polygon(List<(int Index, LinePoint Item)> usual, Axis axis, int count)
    {
        var above = usual.Select(point => Spot(point.Index, point.Item.Usual!.Value, axis, count));
        return $"M{Spot(usual[0].Index, 0, axis, count)} L{string.Join(" L", above)} L{Spot(usual[^1].Index, 0, axis, count)} Z";
    }

    private static string Spot(int index, double value, Axis axis, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{Place(index, count) * 10:0.#} {1000 - (axis.Share(value) * 10):0.#}");
}
