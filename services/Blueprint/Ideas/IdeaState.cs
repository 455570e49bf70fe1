using WebcareHub.Blueprint.Discussing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.EventStore;

namespace WebcareHub.Blueprint.Ideas;

/// <summary>What the events of an idea make.</summary>
internal sealed record IdeaState
{
    internal static readonly IdeaState None = new();

    internal Guid Id { get; init; }
    internal string Layer { get; init; } = "";
    internal string? Section { get; init; }
    internal string? Entry { get; init; }
    internal string Title { get; init; } = "";
    internal string Words { get; init; } = "";
    internal IdeaStatus Status { get; init; }
    internal Person? Author { get; init; }
    internal DateTimeOffset At { get; init; }
    internal IReadOnlyList<string> Voters { get; init; } = [];
    internal IReadOnlyList<DiscussionComment> Comments { get; init; } = [];
    internal IReadOnlyList<FormulaStepTaken> Steps { get; init; } = [];
    internal Guid? ProposalId { get; init; }
    internal string? Reason { get; init; }
    internal int? Release { get; init; }

    internal FormulaStepTaken? LastStep => Steps.Count == 0 ? null : Steps[^1];

    internal static IdeaState Evolve(IdeaState idea, RecordedEvent recorded) => Evolve(idea, recorded.Data);

    internal static IdeaState Evolve(IdeaState idea, object recorded) =>
        recorded switch
        {
            IdeaRaised raised => Raised(raised),
            IdeaCommented said => idea with
            {
                Comments = [.. idea.Comments, new(said.CommentId, said.Words, said.By.Name, said.Municipality, said.At)],
            },
            VoteCast vote => idea with { Voters = [.. idea.Voters, Person.Of(vote.Municipality, vote.By).Key] },
            VoteWithdrawn vote => idea with
            {
                Voters = [.. idea.Voters.Where(voter => voter != Person.Of(vote.Municipality, vote.By).Key)],
            },
            IdeaWithdrawn => idea with { Status = IdeaStatus.Withdrawn },
            IdeaDeclined declined => idea with { Status = IdeaStatus.Declined, Reason = declined.Reason },
            IdeaReopened => idea with { Status = IdeaStatus.Open, Reason = null },
            IdeaTakenUp taken => idea with { Status = IdeaStatus.TakenUp, ProposalId = taken.ProposalId },
            IdeaLetGo => idea with { Status = IdeaStatus.Open, ProposalId = null },
            IdeaRealised realised => idea with { Status = IdeaStatus.Realised, Release = realised.Release },
            FormulaStepTaken step => idea with { Steps = [.. idea.Steps, step] },
            _ => idea,
        };

    private static IdeaState Raised(IdeaRaised raised) =>
        new()
        {
            Id = raised.IdeaId,
            Layer = raised.Layer,
            Section = raised.Section,
            Entry = raised.Entry,
            Title = raised.Title,
            Words = raised.Words,
            Author = Person.Of(raised.Municipality, raised.By),
            At = raised.At,
        };
}
