using WebcareHub.Contracts;
using WebcareHub.Monitoring.Questions;

namespace WebcareHub.Monitoring.Tests.Questions;

public sealed class ScoreTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly Mark[] Done =
    [
        new(MarkKind.Begun, Monday),
        new(MarkKind.Arrived, Monday),
        new(MarkKind.Queued, Monday, null, Monday.AddHours(4)),
        new(MarkKind.Answered, Monday.AddHours(1), Question.By.Own),
        new(MarkKind.Resolved, Monday.AddHours(1), "answered"),
        new(MarkKind.Asked, Monday.AddHours(3)),
        new(MarkKind.Arrived, Monday.AddHours(4)),
    ];

    [Fact]
    public void A_message_that_was_a_score_waits_for_no_answer_when_a_colleague_opens_the_question_again()
    {
        var facts = Facts(new(MarkKind.Rated, Monday.AddHours(4), "8"), new(MarkKind.Reopened, Monday.AddDays(3), Question.By.Colleague));

        facts.Open.ShouldBeTrue();
        facts.Waiting.ShouldBeFalse();
        facts.Score.ShouldBe(8);
    }

    [Fact]
    public void A_low_score_waits_from_the_moment_it_came()
    {
        var came = Monday.AddHours(4);

        var facts = Facts(new(MarkKind.Rated, came, "3"), new(MarkKind.Reopened, came, Question.By.Unhappy));

        facts.Waiting.ShouldBeTrue();
        facts.Unanswered.ShouldBe(came);
    }

    private static QuestionFacts Facts(params Mark[] then) =>
        QuestionFacts.At(new("GM0088", Guid.CreateVersion7(), Channel.WhatsApp, false, "r", Monday, [.. Done, .. then]), Monday.AddDays(5));
}
