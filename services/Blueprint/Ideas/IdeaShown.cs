using WebcareHub.Blueprint.Discussing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;

namespace WebcareHub.Blueprint.Ideas;

/// <summary>An idea as the API shows it.</summary>
internal static class IdeaShown
{
    /// <summary>As everybody sees it; what it is to the caller is added when it is read.</summary>
    internal static Idea Shown(this IdeaState idea) =>
        new(
            idea.Id,
            idea.Layer,
            idea.Section,
            idea.Entry,
            idea.Title,
            idea.Words,
            idea.Status,
            idea.Author!.Name,
            idea.Author.Municipality,
            idea.At,
            idea.Voters.Count,
            idea.Comments.Count,
            Voted: false,
            Mine: false,
            idea.LastStep?.Stage,
            idea.ProposalId
        );

    internal static Formula? Formula(this IdeaState idea) =>
        idea.LastStep is { } last
            ? new(idea.Id, idea.Layer, idea.Section, idea.Entry, idea.Title, last.Stage, last.Source, last.Outside, Copies(idea), last.At)
            : null;

    internal static IdeaDetail Detail(this IdeaState idea, Standing standing, Guid? conversation) =>
        new(
            idea.Shown() with
            {
                Voted = idea.Voters.Contains(standing.Person.Key),
                Mine = standing.Person.Is(idea.Author),
            },
            idea.Comments,
            [.. idea.Steps.Select(step => new FormulaStep(step.Stage, step.Note, step.By.Name, step.Municipality, step.At))],
            conversation,
            idea.Reason,
            idea.Release,
            [.. May(standing, idea)]
        );

    /// <summary>Municipalities that use it now, each once.</summary>
    private static int Copies(IdeaState idea) =>
        idea.Steps.Where(step => step.Stage == FormulaStage.Copied).Select(step => step.Municipality).Distinct().Count();

    private static IEnumerable<string> May(Standing standing, IdeaState idea)
    {
        (string Word, bool May)[] acts =
        [
            ("comment", true),
            ("vote", Vote.Cast(standing, idea) is { Refusal: null, Events.Count: > 0 }),
            ("withdraw", Withdraw.Decide(standing, idea).Refusal is null),
            ("decline", Decline.Decide(standing, idea, "x").Refusal is null),
            ("reopen", Reopen.Decide(standing, idea).Refusal is null),
            ("propose", standing.InTeam && idea.Status == IdeaStatus.Open),
            .. Enum.GetValues<FormulaStage>()
                .Select(stage =>
                    (
                        $"formula-{stage.ToString().ToLowerInvariant()}",
                        TakeFormulaStep.Decide(standing, idea, new(stage, "x")).Refusal is null
                    )
                ),
        ];
        return acts.Where(act => act.May).Select(act => act.Word);
    }
}
