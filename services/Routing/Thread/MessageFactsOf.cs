using System.Globalization;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Thread;

/// <summary>What a decision read, as it was recorded, so that it can be decided again.</summary>
internal static class MessageFactsOf
{
    public static MessageFacts Decision(IReadOnlyDictionary<string, string> facts, string text) =>
        new(
            text,
            facts.GetValueOrDefault("channel", ""),
            facts.GetValueOrDefault("visibility", "private"),
            facts.GetValueOrDefault("kind", "text"),
            facts.GetValueOrDefault("author", "resident"),
            facts.GetValueOrDefault("language"),
            facts.GetValueOrDefault("topic"),
            Is(facts, "firstContact"),
            Number(facts, "attachments"),
            facts.GetValueOrDefault("scenario"),
            Number(facts, "followers"),
            facts.GetValueOrDefault("campaign"),
            Is(facts, "acknowledged"),
            Is(facts, "windowOpen")
        );

    private static bool Is(IReadOnlyDictionary<string, string> facts, string name) => facts.GetValueOrDefault(name) == "true";

    private static int Number(IReadOnlyDictionary<string, string> facts, string name) =>
        int.TryParse(facts.GetValueOrDefault(name), CultureInfo.InvariantCulture, out var number) ? number : 0;
}
