using System.Collections.Frozen;

namespace WebcareHub.RulesOfEngagement;

/// <summary>
/// While a crisis runs, automation that has nothing to do with it stands still. These answers go on: what the scenario names, what its own
/// rules send, and what a mandatory rule sends, which is there for safety or by law.
/// </summary>
internal sealed class KeptAnswers
{
    private readonly FrozenSet<string> _always;
    private readonly FrozenDictionary<string, FrozenSet<string>> _named;

    private KeptAnswers(FrozenSet<string> always, FrozenDictionary<string, FrozenSet<string>> named) => (_always, _named) = (always, named);

    public static KeptAnswers Of(Merged merged)
    {
        var rules = merged.Of("rules");
        return new(
            Sent(rules.Where(rule => rule["mandatory"].IsTrue() && rule.Scenario is null)).ToFrozenSet(StringComparer.Ordinal),
            merged
                .Of("scenarios")
                .ToFrozenDictionary(
                    scenario => scenario.Id,
                    scenario =>
                        scenario
                            .Texts("answers")
                            .Concat(Sent(rules.Where(rule => rule.Scenario == scenario.Id)))
                            .ToFrozenSet(StringComparer.Ordinal),
                    StringComparer.Ordinal
                )
        );
    }

    public bool Go(string answer, string scenario) =>
        _always.Contains(answer) || (_named.TryGetValue(scenario, out var named) && named.Contains(answer));

    private static IEnumerable<string> Sent(IEnumerable<MergedEntry> rules) =>
        rules.Select(rule => (rule["then"] as MapNode)?["acknowledge"].Text()).OfType<string>();
}
