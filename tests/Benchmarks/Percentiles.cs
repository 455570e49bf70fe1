namespace WebcareHub.Benchmarks;

/// <summary>Percentiles of measured durations, in milliseconds.</summary>
internal static class Percentiles
{
    internal static double At(IReadOnlyCollection<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }
}
