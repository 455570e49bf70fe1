using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Monitoring.Tests.Figures;

/// <summary>
/// The figures once more, as plainly as can be: straight over the raw events, minutes counted one by one, nothing shared with the service.
/// </summary>
internal sealed partial class Reference(Seeded seeded, DateTimeOffset at)
{
    // Summer time from 29 March on; before it an hour less.
    private static readonly DateTimeOffset SummerTime = new(2026, 3, 29, 1, 0, 0, TimeSpan.Zero);
    internal static readonly DateTimeOffset NewHours = new(2026, 4, 15, 10, 0, 0, TimeSpan.Zero);

    private static readonly DateTime[] Closed = [new(2026, 4, 5), new(2026, 4, 6), new(2026, 4, 27)];

    /// <summary>Values per figure of the questions that arrived in April.</summary>
    internal List<double> Of(string figure, Func<Seeded.Story, bool> which) =>
        [
            .. seeded
                .Stories.Where(story => which(story) && story.OpenedAt <= at)
                .Where(story => In(story, 2026, 4))
                .Select(story => Measure(figure, story))
                .OfType<double>(),
        ];

    /// <summary>A figure of the questions between two moments: the middle of minutes, of the others the mean, of a hundred where it is yes or no.</summary>
    internal (double? Value, int Questions) Between(
        string figure,
        string unit,
        (DateTimeOffset From, DateTimeOffset Until) stretch,
        Func<Seeded.Story, bool> which
    )
    {
        var values = seeded
            .Stories.Where(story =>
                which(story) && story.OpenedAt >= stretch.From && story.OpenedAt < stretch.Until && story.OpenedAt <= at
            )
            .Select(story => Measure(figure, story))
            .OfType<double>()
            .ToList();
        return (
            unit == "minutes" ? Middle(values) : Mean([.. values.Select(value => unit == "percent" ? 100 * value : value)]),
            values.Count
        );
    }

    /// <summary>The topics of April from the most asked to the least, each with its figures.</summary>
    internal List<(string Topic, int Questions, double? FirstResponse, double? Unanswered, double? Satisfaction)> Topics(
        string municipality
    )
    {
        var topics = new List<(string, int, double?, double?, double?)>();
        foreach (var topic in seeded.Stories.Select(story => story.Topic).Distinct())
        {
            List<double> About(string figure) => Of(figure, story => story.Municipality == municipality && story.Topic == topic);
            if (About("questions") is { Count: > 0 } asked)
            {
                var unanswered = About("unanswered");
                topics.Add(
                    (
                        topic,
                        asked.Count,
                        Middle(About("first-response")),
                        unanswered.Count == 0 ? null : Two(100 * unanswered.Sum() / unanswered.Count),
                        Mean(About("satisfaction"))
                    )
                );
            }
        }

        return [.. topics.OrderByDescending(one => one.Item2).ThenBy(one => one.Item1, StringComparer.Ordinal)];
    }

    internal static bool In(Seeded.Story story, int year, int month) =>
        Local(story.OpenedAt) is var local && local.Year == year && local.Month == month;

    private static double? Middle(List<double> values)
    {
        values.Sort();
        return values.Count == 0 ? null : Two(values[(values.Count - 1) / 2]);
    }

    private static double? Mean(List<double> values) => values.Count == 0 ? null : Two(values.Sum() / values.Count);

    private static double Two(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);

    private double? Measure(string figure, Seeded.Story story)
    {
        var events = Known(story);
        var answers = events.OfType<ReplyRequested>().Where(reply => !reply.Automatic).ToList();
        var due = events.OfType<Queued>().Select(queued => queued.DueAt).FirstOrDefault(moment => moment is not null);
        var resolved = events.OfType<Resolved>().LastOrDefault();
        var open = resolved is null || events.OfType<Reopened>().Any(reopened => reopened.At > resolved.At);
        var helped = !open && resolved!.How != "no-reply";
        return figure switch
        {
            "questions" => 1,
            "first-response" => answers.Count > 0 ? OpenMinutes(story.OpenedAt, answers[0].At) : null,
            "first-response-clock" => answers.Count > 0 ? (answers[0].At - story.OpenedAt).TotalMinutes : null,
            "resolution" => helped ? OpenMinutes(story.OpenedAt, resolved!.At) : null,
            "resolution-clock" => helped ? (resolved!.At - story.OpenedAt).TotalMinutes : null,
            "level-met" => LevelMet(due, answers.FirstOrDefault()?.At, resolved?.At),
            "unanswered" => due is null || due >= at ? null
            : answers.Count == 0 && resolved is null ? 1
            : 0,
            "first-contact" => helped ? InOne(events, answers.Count) : null,
            "repeat-contact" => helped ? Again(story, resolved!.At, 7, _ => true) : null,
            "reopened" => resolved is null ? null
            : events.OfType<Reopened>().Any() ? 1
            : 0,
            "channel-switch" => Again(story, story.OpenedAt, 3, other => other.Channel != story.Channel),
            "hand-offs" => helped ? events.OfType<HandedOver>().Count() : null,
            "helped-by-others" => answers.Count == 0 ? null
            : answers[0].By.Id == "GM1099:ria" ? 1
            : 0,
            _ => OfAsking(figure, events, at),
        };
    }

    private static double InOne(List<object> events, int answers) =>
        answers == 1 && !events.OfType<Reopened>().Any() && !events.OfType<HandedOver>().Any() ? 1 : 0;

    private double? LevelMet(DateTimeOffset? due, DateTimeOffset? answered, DateTimeOffset? resolved) =>
        due is null ? null
        : answered is not null ? (answered <= due ? 1 : 0)
        : resolved <= due || due >= at ? null
        : 0;

    /// <summary>How many questions wait for an answer at the moment, and how many of them are late.</summary>
    internal (int Waiting, int Late, int ArrivedToday, int AnsweredToday) Now(string municipality)
    {
        var known = seeded
            .Stories.Where(story => story.Municipality == municipality && story.OpenedAt <= at)
            .Select(story => (story, Known(story)));
        var (waiting, late, arrived, answered) = (0, 0, 0, 0);
        foreach (var (story, events) in known)
        {
            var last = events.Last(one =>
                one is MessageReceived or Reopened { Unhappy: not null } or Resolved or ReplyRequested { Automatic: false }
            );
            var due = events.OfType<Queued>().Last().DueAt;
            waiting += last is MessageReceived or Reopened && due is not null ? 1 : 0;
            late += last is MessageReceived or Reopened && due <= at ? 1 : 0;
            arrived += Local(story.OpenedAt).Date == Local(at).Date ? 1 : 0;
            answered += events.Any(one => one is ReplyRequested { Automatic: false } reply && Local(reply.At).Date == Local(at).Date)
                ? 1
                : 0;
        }

        return (waiting, late, arrived, answered);
    }

    private double Again(Seeded.Story story, DateTimeOffset after, int days, Func<Seeded.Story, bool> fits)
    {
        var same = seeded
            .Linked.Where(pair => pair.One == story.Resident || pair.Other == story.Resident)
            .Where(pair => at < Seeded.PartedAt || !seeded.Parted.Contains(pair.One))
            .Where(pair => !seeded.Erased.Contains(pair.One) && !seeded.Erased.Contains(pair.Other))
            .SelectMany(pair => new[] { pair.One, pair.Other })
            .Append(story.Resident)
            .ToHashSet();
        return seeded.Stories.Any(other =>
            other.Id != story.Id
            && other.Municipality == story.Municipality
            && same.Contains(other.Resident)
            && other.Topic == story.Topic
            && other.OpenedAt <= at
            && other.OpenedAt > after
            && other.OpenedAt <= after.AddDays(days)
            && fits(other)
        )
            ? 1
            : 0;
    }

    private List<object> Known(Seeded.Story story) => [.. story.Events.Where(one => At(one) <= at)];

    private static DateTimeOffset At(object happened) => (DateTimeOffset)happened.GetType().GetProperty("At")!.GetValue(happened)!;

    private static double OpenMinutes(DateTimeOffset from, DateTimeOffset until)
    {
        var minutes = 0;
        for (var minute = from; minute < until; minute = minute.AddMinutes(1))
        {
            minutes += IsOpen(minute) ? 1 : 0;
        }

        return minutes;
    }

    private static bool IsOpen(DateTimeOffset moment)
    {
        var local = Local(moment);
        var weekend = local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return !Closed.Contains(local.Date)
            && (
                moment < NewHours ? !weekend && local.Hour is >= 9 and < 17
                : weekend ? local is { DayOfWeek: DayOfWeek.Saturday, Hour: >= 10 and < 14 }
                : local.Hour is >= 8 and < 20
            );
    }

    private static DateTime Local(DateTimeOffset moment) => moment.UtcDateTime.AddHours(moment < SummerTime ? 1 : 2);
}
