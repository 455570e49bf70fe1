namespace WebcareHub.RulesOfEngagement;

/// <summary>A rule that loses to an earlier one whatever comes in.</summary>
/// <param name="By">The earlier rule; of several the first.</param>
/// <param name="Acts">What the rule sets in vain.</param>
internal sealed record RuleClash(CareKind Kind, MergedEntry Rule, MergedEntry By, IReadOnlyList<string> Acts)
{
    /// <summary>Dutch, about <see cref="Rule"/>.</summary>
    public string Sentence =>
        Kind == CareKind.Contradiction
            ? $"Regel '{By.Id}' heeft dezelfde voorwaarden en zet {InWords} anders. Die regel staat eerder en gaat dus altijd voor."
            : $"Deze regel kan nooit iets bepalen: regel '{By.Id}' staat eerder, past dan ook altijd en zet {InWords} al.";

    private string InWords => string.Join(" en ", Acts.Select(act => TraceSentence.FieldInWords(act) ?? act));
}

/// <summary>Finds contradictions and rules in the shadow of others within one layer; between layers, going first is the purpose.</summary>
internal sealed class RuleClashes
{
    private readonly Merged _merged;
    private readonly Implication _logic;
    private readonly List<Weighed> _rules;

    public RuleClashes(Merged merged)
    {
        (_merged, _logic) = (merged, new Implication(merged));
        _rules =
        [
            .. merged
                .Of("rules")
                .Where(rule => rule["when"] is not null && rule["then"] is MapNode)
                .OrderBy(rule => rule.Scenario is null)
                .Select(rule => new Weighed(rule, Formula.Of(rule, merged), Sets(rule))),
        ];
    }

    /// <summary>Of the rules that this layer wrote or adjusted.</summary>
    public IEnumerable<RuleClash> Of(string layer) =>
        _rules.Index().Where(at => at.Item.Rule.Layer == layer).Select(at => Clash(at.Item, _rules.Take(at.Index))).OfType<RuleClash>();

    /// <summary>Rules of this layer whose condition no message can have.</summary>
    public IEnumerable<MergedEntry> NeverMatching(string layer) =>
        _rules.Where(rule => rule.Rule.Layer == layer && _logic.IsNever(rule.When)).Select(rule => rule.Rule);

    /// <summary>Rules of this layer that always go before a mandatory one of a layer above and set something else.</summary>
    public IEnumerable<RuleClash> OverMandatory(string layer) =>
        from rule in _rules
        where rule.Rule.Layer == layer
        from mandatory in _rules
        where mandatory.Rule.Origin < rule.Rule.Origin && mandatory.Rule["mandatory"].IsTrue() && _logic.Holds(mandatory.When, rule.When)
        let acts = Different(rule, mandatory)
        where acts.Count > 0
        select new RuleClash(CareKind.Contradiction, rule.Rule, mandatory.Rule, acts);

    private RuleClash? Clash(Weighed rule, IEnumerable<Weighed> earlier)
    {
        var winners = earlier.Where(other => other.Rule.Origin == rule.Rule.Origin && _logic.Holds(rule.When, other.When)).ToList();
        foreach (var other in winners.Where(other => _logic.Holds(other.When, rule.When)))
        {
            if (Different(rule, other) is { Count: > 0 } acts)
            {
                return new(CareKind.Contradiction, rule.Rule, other.Rule, acts);
            }
        }
        var set = winners.SelectMany(winner => winner.Sets).ToList();
        return rule.Sets.Count > 0 && rule.Sets.All(each => IsSet(each, set))
            ? new(CareKind.Shadowed, rule.Rule, winners[0].Rule, [.. rule.Sets.Select(each => Acts.Names[(int)each.Act])])
            : null;
    }

    private static bool IsSet(Consequence each, List<Consequence> already) =>
        Acts.IsList(each.Act)
            ? each.Values.All(value => already.Exists(other => other.Act == each.Act && other.Values.Contains(value)))
            : already.Exists(other => other.Act == each.Act);

    private static List<string> Different(Weighed one, Weighed other) =>
        [
            .. one
                .Sets.Where(each => !Acts.IsList(each.Act) && other.Sets.Any(its => its.Act == each.Act && its.Value != each.Value))
                .Select(each => Acts.Names[(int)each.Act]),
        ];

    private List<Consequence> Sets(MergedEntry rule)
    {
        var set = Consequences.Of((MapNode)rule["then"]!, (section, id) => _merged.Find(section, id) is not null);
        if (rule.Theme != "webcare" && set.TrueForAll(each => each.Act != Act.Theme))
        {
            set.Add(new Consequence(Act.Theme, rule.Theme, []));
        }
        return set;
    }

    private sealed record Weighed(MergedEntry Rule, Formula When, IReadOnlyList<Consequence> Sets);
}
