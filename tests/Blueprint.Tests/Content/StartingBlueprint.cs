using System.Collections.Concurrent;
using WebcareHub.RulesOfEngagement;
using WebcareHub.Testing;
using Rules = WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Tests.Content;

/// <summary>The blueprint this repository starts with, read once for all tests.</summary>
internal static class StartingBlueprint
{
    /// <summary>Tuesday 24 November 2026, half past ten in the morning: everybody is open.</summary>
    internal static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);

    internal static readonly DateTimeOffset Night = new(2026, 11, 24, 22, 30, 0, TimeSpan.Zero);

    internal static readonly DateTimeOffset KingsDay = new(2027, 4, 27, 9, 0, 0, TimeSpan.Zero);

    private static readonly ConcurrentDictionary<string, EffectiveBlueprint> Compiled = new();

    internal static Rules.Blueprint Whole { get; } = Rules.Blueprint.Read(LayerFiles.FromBlueprint(ProjectFolders.Blueprint));

    internal static EffectiveBlueprint Of(string municipality) => Compiled.GetOrAdd(municipality, Whole.For);

    internal static Decision Decide(string municipality, string text, DateTimeOffset? at = null) =>
        Of(municipality).Decide(new MessageFacts(text, "whatsapp"), at ?? Tuesday);
}
