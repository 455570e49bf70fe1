using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Discussing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Blueprint.Ideas;

/// <summary>
/// The life of a success formula: recognised, inventoried, qualified, copied, developed further. One step at a time; copying and developing
/// may come again and again.
/// </summary>
internal static class TakeFormulaStep
{
    internal static Outcome Decide(Standing standing, IdeaState idea, NewFormulaStep step) =>
        Order(idea, step.Stage) is { } order ? Refuse(order)
        : Right(standing, step.Stage) is { } right ? Refuse(right, Refusal.NotYours)
        : idea.LastStep is null && Words.Check(step.Source, "de bron", Words.Title) is { } source ? new([], source)
        : step.Note is { Length: > 0 } && Words.Check(step.Note, "de toelichting", Words.Reason) is { } note ? new([], note)
        : step.Stage == FormulaStage.Copied && idea.Steps.Any(IsCopyOf(standing.Person.Municipality)) ? Nothing
        : Accept(
            new FormulaStepTaken(
                step.Stage,
                idea.LastStep?.Source ?? step.Source!.Trim(),
                idea.LastStep?.Outside ?? step.Outside,
                string.IsNullOrWhiteSpace(step.Note) ? null : step.Note.Trim(),
                standing.Person.Municipality,
                standing.Person.Agent,
                standing.Now
            )
        );

    internal static Task<Results<Ok<IdeaDetail>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        NewFormulaStep step,
        Caller caller,
        IdeaDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, idea) => Decide(standing, idea, step), ct);

    private static string? Order(IdeaState idea, FormulaStage stage) =>
        (idea.LastStep?.Stage, stage) switch
        {
            (null, FormulaStage.Recognised) => null,
            (null, _) => "Herken de succesformule eerst.",
            (FormulaStage.Recognised, FormulaStage.Inventoried) => null,
            (FormulaStage.Inventoried, FormulaStage.Qualified) => null,
            (FormulaStage.Qualified or FormulaStage.Copied or FormulaStage.Developed, FormulaStage.Copied or FormulaStage.Developed) =>
                null,
            (_, FormulaStage.Copied or FormulaStage.Developed) => "Beoordeel de succesformule eerst.",
            (_, FormulaStage.Qualified) when idea.LastStep!.Stage == FormulaStage.Recognised => "Beschrijf de succesformule eerst.",
            _ => "Deze stap is al gezet.",
        };

    private static string? Right(Standing standing, FormulaStage stage) =>
        stage switch
        {
            FormulaStage.Recognised => null,
            FormulaStage.Copied => standing.MayCopy || standing.InTeam ? null : "Alleen een redacteur kan een succesformule overnemen.",
            _ => standing.InTeam ? null : "Alleen het team van deze laag kan deze stap zetten.",
        };

    private static Func<FormulaStepTaken, bool> IsCopyOf(string municipality) =>
        step => step.Stage == FormulaStage.Copied && step.Municipality == municipality;
}
