using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Rulebooks;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Thread;

/// <summary>Why the conversation is where it is: every decision with its rules, in sentences.</summary>
internal static class GetTrace
{
    public static async Task<Results<Ok<ConversationTrace>, NotFound>> Get(
        Guid id,
        Caller caller,
        EventStore.EventStore store,
        Rulebook rulebook,
        CancellationToken ct
    )
    {
        await using var session = await store.OpenAsync([caller.Municipality], null, ct);
        if (await ConversationReader.ReadAsync(session, rulebook, caller, id, ct) is not { } view)
            return TypedResults.NotFound();
        var decisions = view
            .Events.Select(recorded => recorded.Data)
            .OfType<QuestionRecognised>()
            .Select(decision => InWords(decision, view.Blueprint));
        return TypedResults.Ok(new ConversationTrace(id, [.. decisions]));
    }

    private static TracedDecision InWords(QuestionRecognised decision, EffectiveBlueprint blueprint)
    {
        var steps = decision.Trace.Select(step => new DecisionStep(step.Rule, step.Layer, step.Title, step.Set, step.Lost)).ToArray();
        var explained = Trace.Explain(steps, blueprint, decision.Releases);
        return new(
            decision.MessageId,
            decision.At,
            decision.Topic,
            blueprint.Topic(decision.Topic)?.Title,
            decision.Priority,
            decision.Theme,
            decision.Trace,
            [.. explained.Select(step => step.Sentence)],
            decision.Releases,
            decision.Facts,
            [.. steps.Zip(explained, (step, words) => Rule(step, words))],
            [.. Layers(decision, blueprint)],
            FactWords.Of(decision.Facts, blueprint)
        );
    }

    private static TracedRule Rule(DecisionStep step, ExplainedStep words) =>
        new(
            step.Rule,
            words.Kind,
            step.Title,
            words.LayerInWords is null ? null : step.Layer,
            words.LayerInWords,
            words.Release,
            null,
            [.. words.Set.Select(Outcome)],
            [.. words.Lost.Select(Outcome)]
        );

    private static TracedOutcome Outcome(ExplainedField field) => new(field.Field, field.Value, field.Text);

    // In the order they lie on one another; a layer the municipality has left since comes last.
    private static IEnumerable<TracedLayer> Layers(QuestionRecognised decision, EffectiveBlueprint blueprint) =>
        blueprint
            .Layers.Where(decision.Releases.ContainsKey)
            .Concat(decision.Releases.Keys.Except(blueprint.Layers))
            .Select(layer => new TracedLayer(layer, blueprint.LayerInWords(layer), decision.Releases[layer]));
}
