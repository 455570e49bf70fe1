using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Monitoring.Tests.Figures;

/// <summary>What the newsroom shows besides, of all channels or of one, by looking at each question again.</summary>
internal sealed partial class Reference
{
    private const int Weeks = 4;

    /// <param name="channel">Null: all.</param>
    internal (int ArrivedHour, double UsualHour, double UsualToday, int Waiting, int AtRisk, DateTimeOffset? Since) Tiles(
        string municipality,
        string? channel = null
    )
    {
        var own = seeded
            .Stories.Where(story => story.Municipality == municipality && (channel is null || story.Channel == channel))
            .ToList();
        var waiting = own.Where(story => story.OpenedAt <= at)
            .Select(Known)
            .Where(events => events.OfType<Queued>().Last().DueAt is not null && WaitsSince(events) is not null)
            .ToList();
        var now = Local(at).TimeOfDay;
        return (
            own.Count(story => story.OpenedAt > at.AddHours(-1) && story.OpenedAt <= at),
            Usual(own, time => time > now - TimeSpan.FromHours(1) && time <= now),
            Usual(own, time => time <= now),
            waiting.Count,
            waiting.Count(events => events.OfType<Queued>().Last().DueAt is { } due && due > at && due <= at.AddHours(1)),
            waiting.Min(WaitsSince)
        );
    }

    /// <summary>Since the first thing that was said after the last answer, or after it was done.</summary>
    private static DateTimeOffset? WaitsSince(List<object> events)
    {
        var done = events.FindLastIndex(one => one is Resolved or ReplyRequested { Automatic: false });
        var said = events.Skip(done + 1).FirstOrDefault(one => one is MessageReceived or Reopened { Unhappy: not null });
        return said is null ? null : At(said);
    }

    /// <summary>The middle of the same weekday, four weeks back.</summary>
    private double Usual(List<Seeded.Story> own, Func<TimeSpan, bool> fits)
    {
        var weeks = Enumerable
            .Range(1, Weeks)
            .Select(back => Local(at).Date.AddDays(-7 * back))
            .Select(day => own.Count(story => Local(story.OpenedAt).Date == day && fits(Local(story.OpenedAt).TimeOfDay)))
            .Order()
            .ToList();
        return (weeks[1] + weeks[2]) / 2.0;
    }
}
