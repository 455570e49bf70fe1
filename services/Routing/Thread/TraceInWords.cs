using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;
using EntryState = WebcareHub.RulesOfEngagement.EntryState;

namespace WebcareHub.Routing.Thread;

/// <summary>A decision in words, by the releases it was made with.</summary>
internal sealed class TraceInWords(Edition edition, string municipality)
{
    private readonly EffectiveBlueprint _blueprint = edition.For(municipality).Blueprint;

    /// <param name="text">What the resident wrote; null when it is not there any more.</param>
    public TracedDecision Of(QuestionRecognised decision, string? text)
    {
        var steps = decision.Trace.Select(step => new DecisionStep(step.Rule, step.Layer, step.Title, step.Set, step.Lost)).ToArray();
        var explained = Trace.Explain(steps, _blueprint, decision.Releases);
        return new(
            decision.MessageId,
            decision.At,
            decision.Topic,
            _blueprint.Topic(decision.Topic)?.Title,
            decision.Priority,
            decision.Theme,
            decision.Trace,
            [.. explained.Select(step => step.Sentence)],
            decision.Releases,
            decision.Facts,
            [.. steps.Zip(explained, Rule)],
            [.. Layers(decision.Releases)],
            FactWords.Of(decision.Facts, _blueprint),
            text is null ? [] : [.. NotHere(decision, text)]
        );
    }

    private TracedRule Rule(DecisionStep step, ExplainedStep words)
    {
        var entry = EntryOf(step.Rule);
        var state = entry is var (section, id) ? edition.Explain(municipality, section, id) : null;
        return new(
            step.Rule,
            words.Kind,
            step.Title,
            words.LayerInWords is null ? null : step.Layer,
            words.LayerInWords,
            step.Layer == municipality ? words.Release : state?.Release ?? words.Release,
            state is not null && Tells(state) ? state.Sentence : null,
            [.. words.Set.Select(Outcome)],
            [.. words.Lost.Select(Outcome)]
        );
    }

    /// <summary>
    /// The same message by the layers above alone: what would have applied there and did not here, because of a choice of this municipality.
    /// </summary>
    private IEnumerable<string> NotHere(QuestionRecognised decision, string text)
    {
        var applied = decision.Trace.Select(step => step.Rule).ToHashSet();
        var above = edition.Above(municipality).Decide(MessageFactsOf.Decision(decision.Facts, text), decision.At);
        return above
            .Trace.Select(step => step.Rule)
            .Where(rule => !applied.Contains(rule))
            .Select(EntryOf)
            .OfType<(string Section, string Id)>()
            .Select(entry => edition.Explain(municipality, entry.Section, entry.Id))
            .Where(state => Chosen.Contains(state.Standing) || state.Standing == EntryStanding.Offered)
            .Select(state => state.Sentence);
    }

    /// <summary>What was decided about a score; null for any other event.</summary>
    public TracedScore? OfScore(object happened) =>
        happened switch
        {
            SatisfactionAsked e => new(
                e.At,
                $"We vroegen de inwoner om een cijfer, want een collega had geholpen en het gesprek was {Words.Moment(e.ResolvedAt)} afgehandeld.",
                [.. Layers(e.Releases)]
            ),
            Reopened { Unhappy: { } low } e => new(
                e.At,
                $"De inwoner gaf een {low.Score}. Een cijfer lager dan {low.Below} opent het gesprek weer, in dezelfde werkvoorraad.",
                [.. Layers(low.Releases)]
            ),
            _ => null,
        };

    // In the order they lie on one another.
    private IEnumerable<TracedLayer> Layers(IReadOnlyDictionary<string, int> releases) =>
        _blueprint
            .Layers.Where(releases.ContainsKey)
            .Concat(releases.Keys.Except(_blueprint.Layers))
            .Select(layer => new TracedLayer(layer, _blueprint.LayerInWords(layer), releases[layer]));

    private static TracedOutcome Outcome(ExplainedField field) => new(field.Field, field.Value, field.Text);

    private static (string Section, string Id)? EntryOf(string rule) =>
        rule is Trace.Default or Trace.OpenQuestion ? null
        : rule.StartsWith(Trace.TopicPrefix, StringComparison.Ordinal) ? ("topics", rule[Trace.TopicPrefix.Length..])
        : rule.StartsWith(Trace.ServiceLevelPrefix, StringComparison.Ordinal) ? ("servicelevels", rule[Trace.ServiceLevelPrefix.Length..])
        : ("rules", rule);

    /// <summary>What simply follows, or is kept as it was, needs no explanation where it applied.</summary>
    private static bool Tells(EntryState state) => Chosen.Contains(state.Standing) && state.Standing != EntryStanding.Kept;

    // What somebody decided.
    private static readonly EntryStanding[] Chosen =
    [
        EntryStanding.Mandatory,
        EntryStanding.Adopted,
        EntryStanding.Deferred,
        EntryStanding.Kept,
        EntryStanding.WithdrawnAbove,
        EntryStanding.Deviates,
        EntryStanding.SwitchedOff,
        EntryStanding.Copied,
    ];
}
