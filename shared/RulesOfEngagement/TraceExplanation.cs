namespace WebcareHub.RulesOfEngagement;

/// <summary>One step of a trace, taken apart for who wants to know exactly: what it set, what it lost, and to whom and why.</summary>
/// <param name="Kind">rule, topic, serviceLevel, question (the topic the open question had) or standard (what holds when nothing else says so).</param>
/// <param name="LayerInWords"><c>landelijk</c>, <c>regio Wadden</c>, <c>gemeente Zwolle</c>; null for a question and the standard.</param>
/// <param name="Release">The release of that layer the decision went by; null when it is not recorded.</param>
/// <param name="Sentence">All of it in one Dutch sentence.</param>
public sealed record ExplainedStep(
    string Kind,
    string? LayerInWords,
    int? Release,
    string Sentence,
    IReadOnlyList<ExplainedField> Set,
    IReadOnlyList<ExplainedField> Lost
);

/// <summary>One field of a step.</summary>
/// <param name="Value">What it was set to, or the rule it was lost to.</param>
/// <param name="Text">Dutch, after the name of the rule: <c>koos werkvoorraad Spoed</c>.</param>
public sealed record ExplainedField(string Field, string Value, string Text);

/// <summary>Takes the steps of a trace apart.</summary>
internal sealed class TraceExplanation(
    IReadOnlyList<DecisionStep> trace,
    EffectiveBlueprint blueprint,
    IReadOnlyDictionary<string, int> releases
)
{
    public IReadOnlyList<ExplainedStep> Steps() => [.. trace.Select(Explain)];

    private ExplainedStep Explain(DecisionStep step) =>
        new(
            Kind(step.Rule),
            step.Rule is Trace.Default or Trace.OpenQuestion ? null : blueprint.LayerInWords(step.Layer),
            step.Rule is Trace.Default or Trace.OpenQuestion ? null : Release(step.Layer),
            TraceSentence.Of(step, blueprint),
            [.. step.Set.Select(set => new ExplainedField(set.Key, set.Value, TraceSentence.Set(set.Key, set.Value, blueprint)))],
            [.. step.Lost.Select(lost => new ExplainedField(lost.Key, lost.Value, Lost(step, lost.Key, lost.Value)))]
        );

    private static string Kind(string rule) =>
        rule switch
        {
            Trace.Default => "standard",
            Trace.OpenQuestion => "question",
            _ when rule.StartsWith(Trace.TopicPrefix, StringComparison.Ordinal) => "topic",
            _ when rule.StartsWith(Trace.ServiceLevelPrefix, StringComparison.Ordinal) => "serviceLevel",
            _ => "rule",
        };

    private string Lost(DecisionStep step, string field, string winner)
    {
        var text = TraceSentence.Lost(field, winner, step, blueprint);
        return trace.FirstOrDefault(other => other.Rule == winner) is { } other && Kind(winner) is "rule" or "topic"
            ? $"{text} ({Where(other.Layer)}), want {Because(step, other)}"
            : text;
    }

    private string Where(string layer) =>
        Release(layer) is { } release ? $"{blueprint.LayerInWords(layer)}, versie {release}" : blueprint.LayerInWords(layer);

    private string Because(DecisionStep step, DecisionStep winner) =>
        (Kind(step.Rule), Kind(winner.Rule)) switch
        {
            ("topic", "topic") => "dat onderwerp paste beter bij de woorden",
            ("topic", _) => "een regel gaat voor een onderwerp",
            _ when Nearness(winner) > Nearness(step) => "een regel dichter bij de gemeente gaat voor",
            _ => "die regel staat eerder",
        };

    /// <summary>Rules are tried by the layer that added them, whoever adjusted them later.</summary>
    private int Nearness(DecisionStep step)
    {
        var layers = blueprint.Provenance(step.Rule).Select(field => Place(field.Layer)).ToList();
        return layers.Count == 0 ? Place(step.Layer) : layers.Min();
    }

    private int Place(string layer) => blueprint.Layers.ToList().IndexOf(layer);

    private int? Release(string layer) => releases.TryGetValue(layer, out var release) ? release : null;
}
