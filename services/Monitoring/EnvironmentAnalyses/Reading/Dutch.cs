using System.Globalization;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Reading;

/// <summary>The page in words.</summary>
internal static class Dutch
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    internal static string List(IReadOnlyList<string> parts) =>
        parts.Count <= 1 ? string.Concat(parts) : $"{string.Join(", ", parts.SkipLast(1))} en {parts[^1]}";

    internal static string Count(int? count) => count is { } known ? known.ToString("N0", Culture) : $"minder dan {Small.Least}";

    /// <summary>What hides a part of a total may be larger than what is small.</summary>
    internal static string Part(int? count) => count is { } known ? known.ToString("N0", Culture) : "niet getoond";

    internal static string Moment(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, Amsterdam).ToString("ddd d MMM yyyy H.mm 'uur'", Culture);

    internal static string Hour(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Amsterdam).ToString("ddd d MMM H.mm", Culture);

    internal static string Trend(EnvironmentTrend trend) =>
        trend switch
        {
            EnvironmentTrend.Rising => "stijgt",
            EnvironmentTrend.Falling => "daalt",
            EnvironmentTrend.NotYet => "verloop nog niet bekend",
            _ => "blijft gelijk",
        };

    internal static string Answered(EnvironmentAnswered answered) =>
        answered switch
        {
            EnvironmentAnswered.Yes => "ja",
            EnvironmentAnswered.Partly => "deels",
            _ => "nee",
        };

    internal static string Status(RumourStatus status) =>
        status switch
        {
            RumourStatus.True => "juist",
            RumourStatus.False => "onjuist",
            _ => "nog niet zeker",
        };

    internal static string ChannelOf(string channel) => Channel.NameOf(channel);
}
