namespace WebcareHub.RulesOfEngagement;

/// <summary>A decision in words.</summary>
public static class Trace
{
    /// <summary>Step of what holds when nothing else says so.</summary>
    public const string Default = "standaard";

    /// <summary>Step of the topic the open question already had.</summary>
    public const string OpenQuestion = "gesprek";

    /// <summary>Before the id of a topic that was recognised by its words.</summary>
    public const string TopicPrefix = "topic:";

    /// <summary>Before the id of the service level that set the due moment.</summary>
    public const string ServiceLevelPrefix = "servicelevel:";

    /// <summary>Stands in <see cref="DecisionStep.Lost"/> when the acknowledgement had gone out before.</summary>
    public const string AlreadyAcknowledged = "al-bevestigd";

    /// <summary>Stands in <see cref="DecisionStep.Lost"/> when the channel takes no free answer now.</summary>
    public const string WindowClosed = "venster-dicht";

    /// <summary>Stands in <see cref="DecisionStep.Lost"/> when the acknowledgement has nothing to do with the crisis that runs.</summary>
    public const string Paused = "gepauzeerd";

    /// <summary>One Dutch sentence per step of the trace, in order.</summary>
    public static IReadOnlyList<string> Sentences(IReadOnlyList<DecisionStep> trace, EffectiveBlueprint blueprint) =>
        [.. trace.Select(step => TraceSentence.Of(step, blueprint))];

    /// <summary>The steps of a trace taken apart, in order: per step its layer and release, what it set, what it lost and why.</summary>
    /// <param name="releases">Release number per layer, as recorded with the decision.</param>
    public static IReadOnlyList<ExplainedStep> Explain(
        IReadOnlyList<DecisionStep> trace,
        EffectiveBlueprint blueprint,
        IReadOnlyDictionary<string, int> releases
    ) => new TraceExplanation(trace, blueprint, releases).Steps();
}
