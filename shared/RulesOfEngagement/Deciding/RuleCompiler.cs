using System.Globalization;

namespace WebcareHub.RulesOfEngagement;

/// <summary>Compiles merged layers into rules that can be decided with. Entries that were compiled for another chain are taken over.</summary>
internal sealed class RuleCompiler
{
    private readonly Merged _merged;
    private readonly Vocabulary _shared;
    private readonly Signals _signals;
    private readonly ConditionCompiler _conditions;
    private readonly List<(string Section, string Id, MergedEntry? Entry)> _leans = [];

    private RuleCompiler(Merged merged, Vocabulary shared)
    {
        (_merged, _shared, _signals) = (merged, shared, new(shared));
        _conditions = new ConditionCompiler(Find, _signals);
    }

    /// <param name="shared">Words that are searchable already; without it this makes a vocabulary that others can share.</param>
    public static CompiledRules Compile(Merged merged, Vocabulary? shared = null)
    {
        var compiler = new RuleCompiler(merged, shared ?? Vocabulary.None);
        var rules = compiler.Compile();
        return shared is null ? rules with { Vocabulary = compiler._signals.ToVocabulary(rules) } : rules;
    }

    private CompiledRules Compile()
    {
        var rules = _merged
            .Of("rules")
            .Where(rule => rule["when"] is not null && rule["then"] is MapNode)
            .OrderBy(rule => rule.Scenario is null)
            .Select(rule => Once(rule, Rule))
            .ToArray();
        var threat = _conditions.Compile(new MapNode(0, [new Pair("detects", 0, new ScalarNode(0, "threat"))]));
        var words = _merged.Of("topics").Select(topic => Once(topic, Topic)).ToList();
        CompiledTopic[] topics = [.. words.Select(each => each.Topic)];
        var facts = Facts();
        return new CompiledRules
        {
            Automata = _signals.Automata(),
            SignalsOfPattern = _signals.SignalsOfPatterns(),
            TopicsOfPattern = TopicsOfPatterns(words),
            Rules = rules,
            Topics = topics,
            TopicNumbers = topics.Select((topic, number) => (topic.Id, number)).ToDictionary(topic => topic.Id, topic => topic.number),
            RulesOfSignal = RulesOfSignals(rules),
            Always = Bits(rules, rule => rule.When.Anchors is null),
            SetTopic = Bits(rules, rule => rule.Setter.Sets(Act.Topic)),
            SetIntent = Bits(rules, rule => rule.Setter.Sets(Act.Intent)),
            Facts = facts,
            Numbers = Numbers(facts),
            ThreatSignal = threat.Anchors![0],
            Defaults = Defaults(),
            Kept = KeptAnswers.Of(_merged),
        };
    }

    /// <summary>As it was compiled for another chain, where nothing it leans on differs.</summary>
    private T Once<T>(MergedEntry entry, Func<MergedEntry, T> compile)
        where T : class
    {
        if (entry.Compiled is { } known && known.Fits(_shared, _merged))
        {
            return (T)known.Made;
        }
        _leans.Clear();
        _signals.UsedOwn = false;
        var made = compile(entry);
        if (!_signals.UsedOwn)
        {
            entry.Compiled = new CompiledOnce(made, _shared, [.. _leans]);
        }
        return made;
    }

    private MergedEntry? Find(string section, string id)
    {
        var found = _merged.Find(section, id);
        _leans.Add((section, id, found));
        return found;
    }

    private CompiledRule Rule(MergedEntry rule)
    {
        var when = _conditions.Compile(rule["when"]);
        if (rule.Scenario is { } scenario)
        {
            when = Expression.All([_signals.Fact(Ask.Scenario, scenario), when]);
        }
        var set = Consequences.Of((MapNode)rule["then"]!, Exists);
        if (rule.Theme != "webcare" && set.All(each => each.Act != Act.Theme))
        {
            set.Add(new Consequence(Act.Theme, rule.Theme, []));
        }
        return new CompiledRule(new Setter(rule.Id, rule.Layer, rule.Title, set), when);
    }

    private TopicWords Topic(MergedEntry topic)
    {
        var line = Line(topic);
        var set = Consequences.OfTopic(line, Exists);
        var hits = Hits(topic["words"], null).Concat(Hits(topic["not"], 0)).Distinct().ToList();
        var above = line.Select(each => _signals.Fact(Ask.Topic, each.Id).Anchors![0]);
        var compiled = new CompiledTopic(
            topic.Id,
            new Setter(Trace.TopicPrefix + topic.Id, topic.Layer, topic.Title, [new Consequence(Act.Topic, topic.Id, []), .. set]),
            new Setter(Trace.TopicPrefix + topic.Id, topic.Layer, topic.Title, set),
            [.. above],
            line.Count - 1
        );
        return new TopicWords(compiled, hits);
    }

    /// <summary>The topic and those above it, nearest first.</summary>
    private List<MergedEntry> Line(MergedEntry topic)
    {
        var line = new List<MergedEntry> { topic };
        while (line[^1].Text("parent") is { } parent && Find("topics", parent) is { } above && !line.Contains(above))
        {
            line.Add(above);
        }
        return line;
    }

    /// <param name="weight">Null: the number of words.</param>
    private IEnumerable<(int Pattern, int Weight)> Hits(Node? words, int? weight) =>
        _conditions
            .Words(words)
            .Select(_signals.Pattern)
            .OfType<NumberedPattern>()
            .Select(pattern => (pattern.Number, weight ?? pattern.Words));

    private Rows<TopicHit> TopicsOfPatterns(IReadOnlyList<TopicWords> topics) =>
        new(
            _signals.Patterns,
            [.. topics.SelectMany((topic, number) => topic.Hits.Select(hit => (hit.Pattern, new TopicHit(number, hit.Weight))))]
        );

    private Rows<int> RulesOfSignals(CompiledRule[] rules) =>
        new(_signals.Count, [.. rules.SelectMany((rule, number) => (rule.When.Anchors ?? []).Select(signal => (signal, number)))]);

    private static ulong[] Bits(CompiledRule[] rules, Func<CompiledRule, bool> holds)
    {
        var bits = new ulong[CompiledRules.Words(rules.Length)];
        for (var i = 0; i < rules.Length; i++)
        {
            if (holds(rules[i]))
            {
                bits[i >> 6] |= 1UL << (i & 63);
            }
        }
        return bits;
    }

    private FactSignal[][] Facts()
    {
        var facts = Enum.GetValues<Ask>().Select(_ => new List<FactSignal>()).ToArray();
        foreach (var ((ask, value), signal) in _signals.Numbers)
        {
            if (ask != Ask.Words && (ask != Ask.Topic || value == Values.None))
            {
                facts[(int)ask].Add(new FactSignal(value, signal));
            }
        }
        return [.. facts.Select(each => each.ToArray())];
    }

    private static NumberSignal[][] Numbers(FactSignal[][] facts) =>
        [
            .. new[] { Ask.Attachments, Ask.Followers }.Select(ask =>
                facts[(int)ask].Select(fact => new NumberSignal(int.Parse(fact.Value, CultureInfo.InvariantCulture), fact.Signal)).ToArray()
            ),
        ];

    private Setter Defaults() =>
        new(
            Trace.Default,
            Blueprint.National,
            "Standaard",
            [
                new(Act.Priority, "normal", []),
                new(Act.Theme, "webcare", []),
                new(Act.WorkList, "webcare", []),
                new(Act.Overflow, _merged.Find("overflow", Trace.Default)?.Text("to") ?? "region", []),
                new(Act.ServiceLevel, "normaal", []),
            ]
        );

    /// <summary>A reference to something a layer switched off is dropped.</summary>
    private bool Exists(string section, string id) => Find(section, id) is not null;
}
