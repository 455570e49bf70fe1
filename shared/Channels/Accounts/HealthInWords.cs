using System.Globalization;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Channels.Accounts;

/// <summary>How an account is doing, as a line on a terminal.</summary>
public static class HealthInWords
{
    /// <summary>In English, but for the sentence that the screens show as well. Times are UTC.</summary>
    public static string Of(AccountHealth? health, DateTimeOffset now) =>
        health switch
        {
            null => "nothing known yet",
            { Withdrawn: { } since } => $"withdrawn since {At(since)}; its conversations stay readable",
            _ => string.Join("; ", Parts(health, now)),
        };

    private static IEnumerable<string> Parts(AccountHealth health, DateTimeOffset now)
    {
        yield return health.Failure is null ? "well" : $"in trouble since {At(health.FailedAt)}: {health.Failure}";
        yield return $"last received {Ago(health.LastReceivedAt, now)}";
        yield return $"last sent {Ago(health.LastSentAt, now)}";
        if (health.TokenUntil is { } until)
        {
            yield return until <= now ? $"token ended {At(until)}" : $"token until {At(until)}";
        }
    }

    private static string Ago(DateTimeOffset? at, DateTimeOffset now) =>
        at is not { } moment ? "never"
        : now - moment < TimeSpan.FromMinutes(1) ? "just now"
        : now - moment < TimeSpan.FromHours(1) ? $"{(int)(now - moment).TotalMinutes} min ago"
        : now - moment < TimeSpan.FromDays(1) ? $"{(int)(now - moment).TotalHours} h ago"
        : At(moment);

    private static string At(DateTimeOffset? moment) =>
        moment?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "unknown";
}
