using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;
using WebcareHub.Monitoring.Questions;

namespace WebcareHub.Monitoring.Newsrooms;

/// <summary>Counts the newsroom of a moment. Pure: now and a moment of last week are counted alike.</summary>
/// <param name="Facts">Of the questions that were open or had something happen that day, as of the moment.</param>
internal sealed record Counting(
    IReadOnlyList<QuestionFacts> Facts,
    Usual.Baseline Usual,
    IReadOnlyDictionary<string, Staffing> Present,
    DateTimeOffset At
)
{
    private const int MostRising = 10;
    private const int LeastRising = 3;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly DateTimeOffset _midnight = Local.Utc(Local.Day(At));
    private readonly TimeSpan _time = Local.Of(At).TimeOfDay;

    /// <summary>Which questions a number is of; null when there is no such number.</summary>
    internal Func<QuestionFacts, bool>? Number(string name) =>
        name switch
        {
            NewsroomNames.ArrivedHour => facts => facts.Question.OpenedAt > At - Hour,
            NewsroomNames.ArrivedToday => facts => facts.Question.OpenedAt >= _midnight,
            NewsroomNames.Waiting => facts => facts.Waiting,
            NewsroomNames.AtRisk => facts => facts.Waiting && facts.Due > At && facts.Due <= At + Hour,
            NewsroomNames.Late => facts => facts.Waiting && facts.Due <= At,
            NewsroomNames.AnsweredToday => facts => facts.LastAnswer >= _midnight,
            _ => null,
        };

    /// <param name="municipality">Null: all together.</param>
    internal NewsroomNumbers Numbers(string? municipality)
    {
        var own = municipality is null ? Facts : [.. Facts.Where(facts => facts.Question.Municipality == municipality)];
        int Count(string name) => own.Count(Number(name)!);
        var present = Present.Where(each => municipality is null || each.Key == municipality).Select(each => each.Value).ToList();
        return new(
            Count(NewsroomNames.ArrivedHour),
            Usual.Median(municipality, _time - Hour, _time, _ => true),
            Count(NewsroomNames.ArrivedToday),
            Usual.Median(municipality, TimeSpan.MinValue, _time, _ => true),
            Count(NewsroomNames.Waiting),
            own.Where(facts => facts.Waiting).Min(facts => facts.Unanswered),
            Count(NewsroomNames.AtRisk),
            Count(NewsroomNames.Late),
            Count(NewsroomNames.AnsweredToday),
            present.Sum(each => each.Here),
            present.Sum(each => each.Briefly)
        );
    }

    internal IReadOnlyList<NewsroomChannel> Channels() =>
        [
            .. Facts
                .Select(facts => facts.Question.Channel)
                .Concat(Usual.Arrivals.Select(each => each.Channel))
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(Channel),
        ];

    internal IReadOnlyList<NewsroomHour> Hours() =>
        [
            .. Enumerable
                .Range(0, Local.Of(At).Hour + 1)
                .Select(hour => new NewsroomHour(
                    hour,
                    Facts.Count(facts => IsIn(facts.Question.OpenedAt, hour)),
                    Usual.Median(
                        null,
                        TimeSpan.FromHours(hour) - TimeSpan.FromTicks(1),
                        TimeSpan.FromHours(hour + 1) - TimeSpan.FromTicks(1),
                        _ => true
                    ),
                    Facts.Count(facts => facts.FirstAnswer is { } answer && IsIn(answer, hour))
                )),
        ];

    /// <summary>At least three, and more than twice what is usual.</summary>
    internal IReadOnlyList<RisingTopic> Rising(Func<string, string?> title) =>
        [
            .. Facts
                .Where(Number(NewsroomNames.ArrivedHour)!)
                .Where(facts => facts.Topic is not null)
                .GroupBy(facts => facts.Topic!)
                .Select(topic => new RisingTopic(
                    topic.Key,
                    title(topic.Key) ?? topic.Key,
                    topic.Count(),
                    Usual.Median(null, _time - Hour, _time, each => each.Topic == topic.Key) ?? 0
                ))
                .Where(topic => topic.LastHour >= LeastRising && topic.LastHour > 2 * topic.Usual)
                .OrderByDescending(topic => topic.LastHour - topic.Usual)
                .ThenBy(topic => topic.Topic, StringComparer.Ordinal)
                .Take(MostRising),
        ];

    private bool IsIn(DateTimeOffset at, int hour) => at >= _midnight && at <= At && Local.Of(at).Hour == hour;

    private NewsroomChannel Channel(string channel)
    {
        var own = Facts.Where(facts => facts.Question.Channel == channel).ToList();
        var marks = own.SelectMany(facts => facts.Question.Story).Where(mark => mark.At > At - Hour && mark.At <= At).ToList();
        var (sent, failed) = (marks.Count(mark => mark.Kind == MarkKind.Sent), marks.Count(mark => mark.Kind == MarkKind.Failed));
        var arrived = own.Count(Number(NewsroomNames.ArrivedHour)!);
        var usual = Usual.Median(null, _time - Hour, _time, each => each.Channel == channel);
        return new(
            channel,
            arrived,
            usual,
            own.Count(facts => facts.Waiting),
            own.Max(facts => facts.LastArrived),
            sent,
            failed,
            failed > 0 && failed * 10 >= sent + failed ? "failing"
                : usual >= 1 && !marks.Any(mark => mark.Kind == MarkKind.Arrived) ? "quiet"
                : "fine"
        );
    }
}
