using System.Globalization;

namespace WebcareHub.Monitoring.Questions;

/// <summary>What was known of a question at a moment.</summary>
/// <param name="Unanswered">Since when the resident waits for an answer to what was written last; null when it was answered.</param>
/// <param name="Wants">An answer is due to what was written last.</param>
/// <param name="Due">By when.</param>
/// <param name="FirstDue">By when the first answer was due; null when none was.</param>
/// <param name="Answers">Of colleagues, not those that went by themselves.</param>
/// <param name="Asked">When the resident was asked what they thought of the help.</param>
/// <param name="ScoredWhenAsked">And said so afterwards.</param>
/// <param name="Promised">By when a promise is to be kept that is still open.</param>
/// <param name="KeptPromises">Kept in time.</param>
/// <param name="LatePromises">Kept after the day they were for.</param>
internal sealed record QuestionFacts(
    Question Question,
    string? Topic = null,
    bool Open = true,
    bool SetAside = false,
    DateTimeOffset? Arrived = null,
    DateTimeOffset? LastArrived = null,
    DateTimeOffset? Unanswered = null,
    bool Wants = false,
    DateTimeOffset? Due = null,
    DateTimeOffset? FirstDue = null,
    DateTimeOffset? FirstAnswer = null,
    string? FirstAnswerBy = null,
    DateTimeOffset? LastAnswer = null,
    int Answers = 0,
    int HandOffs = 0,
    int Reopenings = 0,
    DateTimeOffset? ResolvedAt = null,
    string? How = null,
    int? Score = null,
    DateTimeOffset? Asked = null,
    bool ScoredWhenAsked = false,
    DateTimeOffset? Promised = null,
    int KeptPromises = 0,
    int LatePromises = 0
)
{
    internal bool Waiting => Open && !SetAside && Wants && Unanswered is not null;

    /// <summary>It is resolved by helping the resident, not by leaving it without a reply.</summary>
    internal bool Helped => !Open && ResolvedAt is not null && How != "no-reply";

    /// <summary>The same story up to a moment, whatever came later.</summary>
    internal static QuestionFacts At(Question question, DateTimeOffset moment)
    {
        var facts = new QuestionFacts(question);
        foreach (var mark in question.Story)
        {
            facts = mark.At <= moment ? facts.With(mark) : facts;
        }

        return facts;
    }

    private QuestionFacts With(Mark mark) =>
        mark.Kind switch
        {
            MarkKind.Arrived => this with
            {
                Arrived = Arrived ?? mark.At,
                LastArrived = mark.At,
                Unanswered = Unanswered ?? mark.At,
                SetAside = false,
            },
            MarkKind.Recognised or MarkKind.Corrected => this with { Topic = mark.Value ?? Topic },
            MarkKind.Queued => this with { Wants = mark.Until is not null, Due = mark.Until, FirstDue = FirstDue ?? mark.Until },
            MarkKind.Answered => this with
            {
                Unanswered = null,
                FirstAnswer = FirstAnswer ?? mark.At,
                FirstAnswerBy = FirstAnswerBy ?? mark.Value,
                LastAnswer = mark.At,
                Answers = Answers + 1,
            },
            MarkKind.HandedOver => this with { HandOffs = HandOffs + 1 },
            MarkKind.Snoozed => this with { SetAside = true },
            MarkKind.SnoozeEnded => this with { SetAside = false },
            MarkKind.Resolved => this with { Open = false, SetAside = false, Unanswered = null, ResolvedAt = mark.At, How = mark.Value },
            MarkKind.Reopened => this with
            {
                Open = true,
                Reopenings = Reopenings + 1,
                Unanswered = mark.Value == Question.By.Unhappy ? Unanswered ?? mark.At : Unanswered,
            },
            MarkKind.Promised => this with { Promised = mark.Until },
            MarkKind.PromiseDue => this with { SetAside = false },
            MarkKind.PromiseKept => this with
            {
                Promised = null,
                KeptPromises = KeptPromises + (mark.At <= Promised ? 1 : 0),
                LatePromises = LatePromises + (mark.At > Promised ? 1 : 0),
            },
            // Nobody is left to come back to.
            MarkKind.Erased => this with { Promised = null },
            MarkKind.Asked => this with { Asked = mark.At },
            // The score came as a message, which waits for no answer when the question was done.
            MarkKind.Rated => this with
            {
                Unanswered = Open ? Unanswered : null,
                Score = int.Parse(mark.Value!, CultureInfo.InvariantCulture),
                ScoredWhenAsked = Asked is not null,
            },
            _ => this,
        };
}
