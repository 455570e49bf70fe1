using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Pools;

namespace WebcareHub.Monitoring.Questions;

/// <summary>One question of a resident, as far as figures need it.</summary>
/// <param name="Resident">Keyed hash; after erasing a number that leads to nobody.</param>
/// <param name="Story">What happened, in the order of the log; not empty.</param>
internal sealed record Question(
    string Municipality,
    Guid Id,
    string Channel,
    bool Public,
    string? Resident,
    DateTimeOffset OpenedAt,
    IReadOnlyList<Mark> Story
)
{
    /// <summary>The events that say something about a question.</summary>
    internal static readonly IReadOnlyCollection<Type> Types =
    [
        typeof(ConversationOpened),
        typeof(MessageReceived),
        typeof(QuestionRecognised),
        typeof(TopicCorrected),
        typeof(Queued),
        typeof(Claimed),
        typeof(Released),
        typeof(HandedOver),
        typeof(Snoozed),
        typeof(SnoozeEnded),
        typeof(DeadlinePassed),
        typeof(OverflowOpened),
        typeof(OverflowClosed),
        typeof(ReplyRequested),
        typeof(EchoSeen),
        typeof(ReplySent),
        typeof(ReplyFailed),
        typeof(ReplyUncertain),
        typeof(Resolved),
        typeof(Reopened),
        typeof(SatisfactionAsked),
        typeof(SatisfactionRated),
        typeof(LoopPromised),
        typeof(LoopDue),
        typeof(LoopClosed),
        typeof(PersonalDataErased),
    ];

    internal DateTimeOffset LastAt => Story.Max(mark => mark.At);

    /// <param name="resident">How a resident is called here.</param>
    internal static Question Begin(ConversationOpened opened, Func<Guid, string> resident) =>
        new(
            opened.Municipality,
            opened.ConversationId,
            opened.Channel,
            opened.Visibility == Visibility.Public,
            resident(opened.ResidentId),
            opened.At,
            [new(MarkKind.Begun, opened.At)]
        );

    internal static Question Evolve(Question question, object happened) =>
        MarkOf(happened) is { } mark ? question with { Story = [.. question.Story, mark] } : question;

    private static Mark? MarkOf(object happened) =>
        happened switch
        {
            MessageReceived e => new(MarkKind.Arrived, e.At),
            QuestionRecognised e => new(MarkKind.Recognised, e.At, e.Topic),
            TopicCorrected e => new(MarkKind.Corrected, e.At, e.Topic),
            Queued e => new(MarkKind.Queued, e.At, null, e.DueAt),
            Claimed e => new(MarkKind.Claimed, e.At, e.Pool is null ? By.Own : By.Pool),
            Released e => new(MarkKind.Released, e.At),
            HandedOver e => new(MarkKind.HandedOver, e.At),
            Snoozed e => new(MarkKind.Snoozed, e.At, null, e.Until),
            SnoozeEnded e => new(MarkKind.SnoozeEnded, e.At),
            DeadlinePassed e => new(MarkKind.DeadlinePassed, e.At, null, e.DueAt),
            OverflowOpened e => new(MarkKind.OverflowOpened, e.At, e.Pool),
            OverflowClosed e => new(MarkKind.OverflowClosed, e.At, e.Pool),
            // A correction beside the open question answers nothing.
            ReplyRequested { Aside: true } => null,
            ReplyRequested { Automatic: true } e => new(MarkKind.Acknowledged, e.At),
            // At a question of another municipality a colleague's id has their own before it.
            ReplyRequested e => new(
                MarkKind.Answered,
                e.At,
                e.By.Id.StartsWith("GM", StringComparison.Ordinal) && e.By.Id.Contains(':') ? By.Pool : By.Own
            ),
            EchoSeen e => new(MarkKind.Answered, e.At, By.Elsewhere),
            ReplySent e => new(MarkKind.Sent, e.At),
            ReplyFailed e => new(MarkKind.Failed, e.At),
            ReplyUncertain e => new(MarkKind.Failed, e.At),
            Resolved e => new(MarkKind.Resolved, e.At, e.How),
            Reopened e => new(
                MarkKind.Reopened,
                e.At,
                e.Unhappy is not null ? By.Unhappy
                    : e.Promised ? By.Promise
                    : e.By is null ? By.Resident
                    : By.Colleague
            ),
            LoopPromised e => new(MarkKind.Promised, e.At, null, e.DueAt),
            LoopDue e => new(MarkKind.PromiseDue, e.At),
            LoopClosed e => new(MarkKind.PromiseKept, e.At),
            SatisfactionAsked e => new(MarkKind.Asked, e.At),
            SatisfactionRated e => new(MarkKind.Rated, e.At, e.Score.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            PersonalDataErased e => new(MarkKind.Erased, e.At),
            _ => null,
        };

    /// <summary>Kinds of people, as marks have them.</summary>
    internal static class By
    {
        internal const string Own = "own";
        internal const string Pool = "pool";
        internal const string Elsewhere = "elsewhere";
        internal const string Resident = "resident";
        internal const string Colleague = "colleague";

        /// <summary>The resident, with a low score and not with a message.</summary>
        internal const string Unhappy = "unhappy";

        /// <summary>Nobody: the day of a promise had come.</summary>
        internal const string Promise = "promise";
    }
}
