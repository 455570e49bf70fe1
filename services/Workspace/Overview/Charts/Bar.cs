namespace WebcareHub.Workspace.Overview.Charts;

/// <summary>A bar with its label.</summary>
/// <param name="Value">Zero or more; null when there is no figure.</param>
/// <param name="Said">The value as it is read, or why there is none.</param>
/// <param name="Mark">Where a target lies, in the unit of the value; null without one.</param>
public sealed record Bar(string Label, double? Value, string Said, double? Mark = null);

/// <summary>A bar of several parts, in the order of the chart's parts.</summary>
/// <param name="Said">The whole as it is read.</param>
public sealed record StackedBar(string Label, IReadOnlyList<double> Parts, string Said);

/// <summary>A moment of a line: its value, and what is usual then.</summary>
/// <param name="Value">Null for what is still to come: the line stops before it.</param>
/// <param name="Usual">Null when that is not known.</param>
public sealed record LinePoint(string Label, double? Value, double? Usual = null);

/// <summary>How many fall between the edge before and this one.</summary>
/// <param name="Until">The upper edge as it is read; the last one has none.</param>
/// <param name="Label">The bucket in words, for the table.</param>
public sealed record Bucket(string Until, string Label, int Count);

/// <summary>A line at a place of a distribution.</summary>
/// <param name="At">In buckets from the left: 1.5 lies in the middle of the second.</param>
public sealed record BucketMark(double At, string Said);
