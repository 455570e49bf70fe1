using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Routing.Conversations;

/// <summary>How far it is with asking the resident what they thought of the help with this question. The numbers stand in the table.</summary>
internal enum Scoring
{
    /// <summary>No colleague answered yet.</summary>
    None = 0,

    /// <summary>A colleague answered.</summary>
    Helped = 1,

    /// <summary>And it is done: the resident may be asked.</summary>
    Due = 2,

    /// <summary>Asked; what they say next may be the score.</summary>
    Asked = 3,

    /// <summary>Scored, or they said something else: not asked again.</summary>
    Over = 4,

    /// <summary>A low score opened it again: no other does.</summary>
    Unhappy = 5,
}

/// <summary>What the resident thought of the help.</summary>
internal sealed partial record Conversation
{
    public Scoring Scoring { get; init; }

    /// <summary>When the resident was last asked, whatever the question was.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    private Scoring AfterAnswer => Scoring == Scoring.None ? Scoring.Helped : Scoring;

    /// <summary>The resident wrote, or it was opened again: what was due is not asked, what was asked is not answered.</summary>
    private Scoring AfterMore =>
        Scoring switch
        {
            Scoring.Due => Scoring.Helped,
            Scoring.Asked => Scoring.Over,
            var standing => standing,
        };

    private Scoring AfterDone(string how) =>
        Scoring == Scoring.Helped && Visibility == Visibility.Private && how != "no-reply" ? Scoring.Due : Scoring;

    /// <summary>A message that was a score is read by that.</summary>
    private Conversation Rate(SatisfactionRated e) =>
        this with
        {
            Scoring = Scoring == Scoring.Unhappy ? Scoring : Scoring.Over,
            Unread = Unread && e.MessageId is null,
        };

    private Conversation OpenAgain(Reopened e)
    {
        var open = ComeHome() with { Status = ConversationStatus.Waiting, ResolvedAt = null, WaitingSince = e.At, Scoring = AfterMore };
        return e.Unhappy is { } low
            ? open with
            {
                Scoring = Scoring.Unhappy,
                Unread = true,
                WhyHere = $"De inwoner gaf een {low.Score}. Kijk wat er beter kan.",
            }
            : open;
    }
}
