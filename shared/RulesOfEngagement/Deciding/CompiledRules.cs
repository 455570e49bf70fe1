namespace WebcareHub.RulesOfEngagement;

/// <summary>A rule ready to be tried.</summary>
internal sealed record CompiledRule(Setter Setter, Expression When);

/// <summary>A topic ready to be recognised.</summary>
/// <param name="Setter">Everything it sets, the topic included.</param>
/// <param name="Chosen">The same without the topic: for when something else chose it.</param>
/// <param name="Signals">Set when this is the topic: its own and those of the topics above it.</param>
/// <param name="Depth">0 for a topic under nothing.</param>
internal sealed record CompiledTopic(string Id, Setter Setter, Setter Chosen, int[] Signals, int Depth);

/// <summary>A topic with the patterns that give it weight.</summary>
internal sealed record TopicWords(CompiledTopic Topic, IReadOnlyList<(int Pattern, int Weight)> Hits);

/// <summary>What a pattern gives a topic; a weight of 0 rules the topic out.</summary>
internal readonly record struct TopicHit(int Topic, int Weight);

/// <summary>Signals that are set when a fact has a value.</summary>
internal readonly record struct FactSignal(string Value, int Signal);

/// <summary>Signals that are set from a number on.</summary>
internal readonly record struct NumberSignal(int AtLeast, int Signal);

/// <summary>All rules and topics of a chain of layers, compiled. Immutable; shared by every municipality with the same rules.</summary>
internal sealed record CompiledRules
{
    /// <summary>Its words, for others to share; null when it shares those of another.</summary>
    public Vocabulary? Vocabulary { get; init; }

    public required Automaton[] Automata { get; init; }
    public required int[][] SignalsOfPattern { get; init; }
    public required Rows<TopicHit> TopicsOfPattern { get; init; }

    /// <summary>In the order they are tried.</summary>
    public required CompiledRule[] Rules { get; init; }

    /// <summary>In the order that breaks ties.</summary>
    public required CompiledTopic[] Topics { get; init; }
    public required Dictionary<string, int> TopicNumbers { get; init; }

    /// <summary>For each signal the rules to look at when it is set.</summary>
    public required Rows<int> RulesOfSignal { get; init; }

    /// <summary>Bits of rules to look at for every message; of rules that set a topic; of rules that set an intent.</summary>
    public required ulong[] Always { get; init; }
    public required ulong[] SetTopic { get; init; }
    public required ulong[] SetIntent { get; init; }

    /// <summary>By <see cref="Ask"/>; of topics only that there is none, words have none.</summary>
    public required FactSignal[][] Facts { get; init; }
    public required NumberSignal[][] Numbers { get; init; }
    public required int ThreatSignal { get; init; }
    public required Setter Defaults { get; init; }

    /// <summary>The answers that still go out by themselves while a crisis runs.</summary>
    public required KeptAnswers Kept { get; init; }

    public static int Words(int bits) => (bits + 63) / 64;
}
