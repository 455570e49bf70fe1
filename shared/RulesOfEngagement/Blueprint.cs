namespace WebcareHub.RulesOfEngagement;

/// <summary>One layer as written: its files, by path within the layer.</summary>
/// <param name="Code"><c>nl</c>, a region id or a CBS code.</param>
public sealed record LayerFiles(string Code, IReadOnlyDictionary<string, string> Files);

/// <summary>A message about a mistake in a blueprint.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Entry">Id of the entry, if known.</param>
/// <param name="Text">Dutch, one sentence, with a suggestion where there is one.</param>
public sealed record Finding(string Layer, string File, int Line, string? Entry, string Text, bool IsError);

/// <summary>The blueprint of one municipality: its layers read, merged and compiled. Immutable; shared between threads.</summary>
public sealed class EffectiveBlueprint
{
    /// <summary>Decides about one message. Pure: same input, same outcome.</summary>
    public Decision Decide(MessageFacts message, DateTimeOffset now) => throw new NotImplementedException();
}
