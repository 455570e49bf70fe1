using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Joining;

/// <summary>When a municipality is open, and how soon it answers, in words.</summary>
internal static class PlanHours
{
    private const int Weeks = 5;

    /// <summary>One line per group of days. A holiday closes a day in one week; what most of the coming weeks have is the rule.</summary>
    internal static IReadOnlyList<string> Of(EffectiveBlueprint effective, DateOnly today)
    {
        if (!effective.Hours.TryGetValue("webcare", out var hours))
        {
            return [];
        }

        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return HoursInWords.Lines(day =>
            Enumerable
                .Range(0, Weeks)
                .Select(week =>
                    hours.On(monday.AddDays((7 * week) + day)).Select(block => $"{Clock(block.Opens)}-{Clock(block.Closes)}").ToList()
                )
                .GroupBy(blocks => string.Join('|', blocks))
                .MaxBy(same => same.Count())!
                .First()
        );
    }

    internal static PlanLevel Level(ServiceLevel level) => new(level.Id, level.Title, Term(level.FirstResponse ?? default));

    private static string Term(ResponseTime time) =>
        time switch
        {
            { Days: 1 } => "binnen een werkdag",
            { Days: > 1 } => $"binnen {time.Days} werkdagen",
            { Time: { TotalMinutes: < 60 } or { Minutes: > 0 } } => $"binnen {(int)time.Time.TotalMinutes} minuten",
            _ => $"binnen {(int)time.Time.TotalHours} uur",
        };

    private static string Clock(TimeSpan time) => $"{(int)time.TotalHours:00}:{time.Minutes:00}";
}
