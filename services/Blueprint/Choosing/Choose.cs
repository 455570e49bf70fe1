using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Drafting;
using WebcareHub.Blueprint.Ideas;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Blueprint.Reading;
using WebcareHub.Blueprint.Teams;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Choosing;

/// <summary><c>POST /api/v1/choices</c>: what a layer takes over and what not. It stands in the layer's own files, so it ends in a release of it.</summary>
internal static class Choose
{
    /// <summary>What the choice comes to. Pure.</summary>
    internal static Chosen Decide(Chooser chooser, NewChoice choice) =>
        choice.Choice switch
        {
            ChoiceKind.Follow or ChoiceKind.Unfollow => Themes.Decide(chooser, choice.Theme, choice.Choice == ChoiceKind.Follow),
            ChoiceKind.Share or ChoiceKind.Unshare => Sharing.Decide(chooser, choice.What ?? "backtest", choice.Choice == ChoiceKind.Share),
            _ when choice is { Section: null } or { Id: null } => Chosen.Refuse("Noem het onderdeel", "Zeg over welk onderdeel u kiest."),
            ChoiceKind.Adopt => Adopt.Decide(chooser, choice.Section, choice.Id, choice.Release),
            ChoiceKind.Defer => Defer.Decide(chooser, choice.Section, choice.Id, choice.Reason),
            ChoiceKind.TakeOver => TakeOver.Decide(chooser, choice.Section, choice.Id, choice.From),
            ChoiceKind.Deviate => Deviate.Adjust(chooser, choice.Section, choice.Id, choice.Reason),
            ChoiceKind.Off => Deviate.Off(chooser, choice.Section, choice.Id, choice.Reason),
            ChoiceKind.Return => Deviate.Return(chooser, choice.Section, choice.Id),
            _ => Chosen.Refuse("Deze keuze bestaat niet", "Kies overnemen, uitstellen, afwijken of volgen."),
        };

    internal static async Task<Results<Ok<ChoiceMade>, NotFound, ProblemHttpResult>> Post(
        NewChoice choice,
        Caller caller,
        ChoiceDesk desk,
        CopyFormula copied,
        CancellationToken ct
    )
    {
        if (await desk.OpenAsync(caller, choice.Layer ?? caller.Municipality, ct) is not { } chooser)
        {
            return TypedResults.NotFound();
        }

        Results<Ok<ChoiceMade>, NotFound, ProblemHttpResult> answer = Decide(chooser, choice) switch
        {
            Chosen.Refused { Refusal: var refusal } => refusal.Problem(),
            Chosen.Already { Said: var said } => TypedResults.Ok(new ChoiceMade(said, null, null)),
            Chosen.Draft draft => await desk.DraftAsync(caller, chooser, draft, ct) is { } opened
                ? TypedResults.Ok(new ChoiceMade(draft.Said, null, opened.Shown()))
                : DraftTable.Elsewhere.Problem(),
            Chosen.Publish publish => Answer(publish, await desk.PublishAsync(caller, chooser, publish, ct)),
            var chosen => throw new InvalidOperationException($"Unknown choice {chosen}."),
        };

        if (choice.Choice == ChoiceKind.TakeOver && answer.Result is Ok<ChoiceMade>)
        {
            await copied.RecordAsync(caller, choice.Section!, choice.Id!, ct);
        }

        return answer;
    }

    private static Results<Ok<ChoiceMade>, NotFound, ProblemHttpResult> Answer(Chosen.Publish publish, Publish.Outcome outcome) =>
        outcome switch
        {
            Publish.Published { Release: var made } => TypedResults.Ok(new ChoiceMade(publish.Said, made.Shown(), null)),
            Publish.Unchanged { Release: var last } => TypedResults.Ok(new ChoiceMade(publish.Said, last.Shown(), null)),
            _ => Publish.WhyNot(outcome).Problem(),
        };
}

/// <summary>Opens the layer that chooses and carries out what was chosen.</summary>
internal sealed class ChoiceDesk(Bookcase bookcase, BlueprintTeams teams, DraftTable drafts, Publisher publisher, TimeProvider time)
{
    /// <summary>Null when the caller may not choose for this layer, or it has nothing above it.</summary>
    internal async Task<Chooser?> OpenAsync(Caller caller, string layer, CancellationToken ct)
    {
        if (!LayerCode.IsValid(layer) || layer == LayerCode.National || !await teams.MayWriteAsync(caller, layer, ct))
        {
            return null;
        }

        return Chooser.Of(await bookcase.NowAsync(ct), layer, Days.Of(time.GetUtcNow()));
    }

    internal Task<Publish.Outcome> PublishAsync(Caller caller, Chooser chooser, Chosen.Publish chosen, CancellationToken ct) =>
        publisher.PublishAsync(new NewRelease(chooser.Layer, chosen.Said, chosen.Files, chooser.Draft().After), caller.Agent, ct);

    /// <summary>Puts the edit in the caller's draft of the layer; null when that was saved elsewhere at the same moment.</summary>
    internal async Task<OpenDraft?> DraftAsync(Caller caller, Chooser chooser, Chosen.Draft chosen, CancellationToken ct)
    {
        if (await drafts.OpenAsync(caller, chooser.Layer, ct) is not { } open)
        {
            return null;
        }

        return await drafts.SaveAsync(caller, open, open.Draft.With(chosen.Edit, open.Release), ct);
    }
}
