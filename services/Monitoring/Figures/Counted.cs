using WebcareHub.Monitoring.Questions;

namespace WebcareHub.Monitoring.Figures;

/// <summary>A question that arrived in the period, with what it takes to measure it.</summary>
/// <param name="Others">The other questions of the same person there, as far as known at the moment; the person's own only.</param>
/// <param name="Moment">As known then.</param>
internal sealed record Counted(QuestionFacts Facts, IReadOnlyList<QuestionFacts> Others, HoursThen Hours, DateTimeOffset Moment)
{
    internal Question Question => Facts.Question;

    internal double? OpenMinutes(DateTimeOffset? from, DateTimeOffset? until) =>
        from is { } begin && until is { } end ? Hours.OpenBetween(begin, end).TotalMinutes : null;

    internal static double? ClockMinutes(DateTimeOffset? from, DateTimeOffset? until) =>
        from is { } begin && until is { } end ? Math.Max(0, (end - begin).TotalMinutes) : null;

    /// <summary>Whether the same person asked about the same again, through whatever channel, within so many days after a moment.</summary>
    internal bool AskedAgain(DateTimeOffset after, int days, Func<QuestionFacts, bool> fits) =>
        Facts.Topic is { } topic
        && Others.Any(other =>
            other.Topic == topic && other.Question.OpenedAt > after && other.Question.OpenedAt <= after.AddDays(days) && fits(other)
        );
}
