using System.Globalization;

namespace WebcareHub.RulesOfEngagement;

/// <summary>Compiles merged layers into rules that can be decided with.</summary>
internal sealed class RuleCompiler
{
    private readonly Merged _merged;
    private readonly Signals _signals;
    private readonly ConditionCompiler _conditions;
    private readonly List<(int Pattern, TopicHit Hit)> _topicHits = [];

    private RuleCompiler(Merged merged, Vocabulary shared)
    {
        (_merged, _signals) = (merged, new(shared));
        _conditions = new ConditionCompiler(merged, _signals);
    }

    /// <param name="shared">Words that are searchable already; without it this makes a vocabulary that others can share.</param>
    public static CompiledRules Compile(Merged merged, Vocabulary? shared = null)
    {
        var compiler = new RuleCompiler(merged, shared ?? Vocabulary.None);
        var rules = compiler.Compile();
        return shared is null ? rules with { Vocabulary = compiler._signals.ToVocabulary(rules.Automata) } : rules;
    }

    private CompiledRules Compile()
    {
        var rules = _merged
            .Of("rules")
            .Where(rule => rule["when"] is not null && rule["then"] is MapNode)
            .OrderBy(rule => rule.Scenario is null)
            .Select(Rule)
            .ToArray();
        var threat = _conditions.Compile(new MapNode(0, [new Pair("detects", 0, new ScalarNode(0, "threat"))]));
        var topics = _merged.Of("topics").Select(Topic).ToArray();
        var always = new ulong[CompiledRules.Words(rules.Length)];
        return new CompiledRules
        {
            Automata = _signals.Automata(),
            SignalsOfPattern = _signals.SignalsOfPatterns(),
            TopicsOfPattern = TopicsOfPatterns(),
            Rules = rules,
            Topics = topics,
            TopicNumbers = topics.Select((topic, number) => (topic.Id, number)).ToDictionary(topic => topic.Id, topic => topic.number),
            RulesOfSignal = RulesOfSignals(rules, always),
            Always = always,
            SetTopic = Setting(rules, Act.Topic),
            SetIntent = Setting(rules, Act.Intent),
            Facts = Facts(),
            Numbers = Numbers(),
            ThreatSignal = threat.Anchors![0],
            Defaults = Defaults(),
        };
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

    private CompiledTopic Topic(MergedEntry topic, int number)
    {
        var line = Line(topic);
        var set = Consequences.OfTopic(line, Exists);
        foreach (var word in _conditions.Words(topic["words"]))
        {
            Hit(word, number);
        }
        foreach (var word in _conditions.Words(topic["not"]))
        {
            Hit(word, number, weight: 0);
        }
        var above = line.Select(each => _signals.Fact(Ask.Topic, each.Id).Anchors![0]);
        return new CompiledTopic(
            topic.Id,
            new Setter(Trace.TopicPrefix + topic.Id, topic.Layer, topic.Title, [new Consequence(Act.Topic, topic.Id, []), .. set]),
            new Setter(Trace.TopicPrefix + topic.Id, topic.Layer, topic.Title, set),
            [.. above],
            line.Count - 1
        );
    }

    /// <summary>The topic and those above it, nearest first.</summary>
    private List<MergedEntry> Line(MergedEntry topic)
    {
        var line = new List<MergedEntry> { topic };
        while (line[^1].Text("parent") is { } parent && _merged.Find("topics", parent) is { } above && !line.Contains(above))
        {
            line.Add(above);
        }
        return line;
    }

    /// <param name="weight">Null: the number of words.</param>
    private void Hit(string word, int topic, int? weight = null)
    {
        if (_signals.Pattern(word) is { } pattern)
        {
            _topicHits.Add((pattern.Number, new TopicHit(topic, weight ?? pattern.Words)));
        }
    }

    private TopicHit[][] TopicsOfPatterns()
    {
        var topics = new TopicHit[_signals.Patterns][];
        Array.Fill(topics, []);
        foreach (var hits in _topicHits.GroupBy(hit => hit.Pattern, hit => hit.Hit))
        {
            topics[hits.Key] = [.. hits.Distinct()];
        }
        return topics;
    }

    private int[][] RulesOfSignals(CompiledRule[] rules, ulong[] always)
    {
        var lists = Enumerable.Range(0, _signals.Count).Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < rules.Length; i++)
        {
            foreach (var signal in rules[i].When.Anchors ?? [])
            {
                lists[signal].Add(i);
            }
            if (rules[i].When.Anchors is null)
            {
                always[i >> 6] |= 1UL << (i & 63);
            }
        }
        return [.. lists.Select(list => list.ToArray())];
    }

    private static ulong[] Setting(CompiledRule[] rules, Act act)
    {
        var bits = new ulong[CompiledRules.Words(rules.Length)];
        for (var i = 0; i < rules.Length; i++)
        {
            if (rules[i].Setter.Consequences.Any(each => each.Act == act))
            {
                bits[i >> 6] |= 1UL << (i & 63);
            }
        }
        return bits;
    }

    private FactSignal[][] Facts() =>
        [.. Enum.GetValues<Ask>().Select(ask => Of(ask).Select(fact => new FactSignal(fact.Key.Value, fact.Value)).ToArray())];

    private NumberSignal[][] Numbers() =>
        [
            .. new[] { Ask.Attachments, Ask.Followers }.Select(ask =>
                Of(ask).Select(fact => new NumberSignal(int.Parse(fact.Key.Value, CultureInfo.InvariantCulture), fact.Value)).ToArray()
            ),
        ];

    private IEnumerable<KeyValuePair<(Ask Ask, string Value), int>> Of(Ask ask) => _signals.Numbers.Where(fact => fact.Key.Ask == ask);

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
    private bool Exists(string section, string id) => _merged.Find(section, id) is not null;
}
