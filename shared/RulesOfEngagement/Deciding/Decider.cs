using System.Numerics;

namespace WebcareHub.RulesOfEngagement;

/// <summary>
/// Decides about one message with compiled rules. Three rounds, because rules may ask for the topic and the intent: first the topic is
/// settled, then the intent, then every rule that matches sets what is still free, in order.
/// </summary>
internal ref partial struct Decider
{
    private readonly CompiledRules _rules;
    private readonly MessageFacts _message;
    private readonly Span<ulong> _signals;
    private readonly Span<ulong> _candidates;
    private readonly Span<int> _scores;
    private Draft _draft;
    private int _topic = -1;

    private Decider(CompiledRules rules, MessageFacts message, Span<ulong> signals, Span<ulong> candidates, Span<int> scores)
    {
        _rules = rules;
        _message = message;
        _signals = signals;
        _candidates = candidates;
        _scores = scores;
        _draft = new Draft(message, rules.Kept);
        rules.Always.CopyTo(candidates);
    }

    public static Decision Decide(CompiledRules rules, EffectiveBlueprint blueprint, MessageFacts message, DateTimeOffset now)
    {
        Span<ulong> seen = stackalloc ulong[CompiledRules.Words(rules.SignalsOfPattern.Length)];
        Span<ulong> signals = stackalloc ulong[CompiledRules.Words(rules.RulesOfSignal.Count)];
        Span<ulong> candidates = stackalloc ulong[rules.Always.Length];
        Span<int> scores = stackalloc int[rules.Topics.Length];
        var open = blueprint.IsOpen(now);
        var holiday = blueprint.Webcare.HolidayAt(now);
        var decider = new Decider(rules, message, signals, candidates, scores);
        var detected = decider.Read(seen);
        decider.ReadFacts(open, holiday, detected);
        decider.Settle();
        return decider.Finish(blueprint, now, new DecisionFacts(message, open, holiday, detected, decider.HasThreat));
    }

    private readonly bool HasThreat => Expression.IsSet(_signals, _rules.ThreatSignal);

    private void Settle()
    {
        var topic = First(_rules.SetTopic, Act.Topic) ?? Recognised() ?? _message.Topic;
        _topic = topic is null ? -1 : _rules.TopicNumbers.GetValueOrDefault(topic, -1);
        if (_topic >= 0)
        {
            foreach (var signal in _rules.Topics[_topic].Signals)
            {
                Set(signal);
            }
        }
        Is(Ask.Topic, topic is null ? "none" : null);
        var intent = First(_rules.SetIntent, Act.Intent) ?? IntentOfTopic();
        Is(Ask.Intent, intent ?? "none");
    }

    /// <summary>The value the first matching rule of these would give a field.</summary>
    private readonly string? First(ulong[] stage, Act act)
    {
        for (var word = 0; word < stage.Length; word++)
        {
            for (var bits = stage[word] & _candidates[word]; bits != 0; bits &= bits - 1)
            {
                var rule = _rules.Rules[(word << 6) + BitOperations.TrailingZeroCount(bits)];
                if (rule.When.Holds(_signals))
                {
                    return ValueOf(rule.Setter, act);
                }
            }
        }
        return null;
    }

    private readonly string? IntentOfTopic() => _topic < 0 ? null : ValueOf(_rules.Topics[_topic].Setter, Act.Intent);

    private static string? ValueOf(Setter setter, Act act)
    {
        foreach (var each in setter.Consequences)
        {
            if (each.Act == act)
            {
                return each.Value;
            }
        }
        return null;
    }

    /// <summary>Most hits; then the deepest; then the first.</summary>
    private readonly string? Recognised()
    {
        var best = -1;
        for (var i = 0; i < _scores.Length; i++)
        {
            if (
                _scores[i] > 0
                && (best < 0 || (_scores[i], _rules.Topics[i].Depth).CompareTo((_scores[best], _rules.Topics[best].Depth)) > 0)
            )
            {
                best = i;
            }
        }
        return best < 0 ? null : _rules.Topics[best].Id;
    }

    private Decision Finish(EffectiveBlueprint blueprint, DateTimeOffset now, DecisionFacts facts)
    {
        for (var word = 0; word < _candidates.Length; word++)
        {
            for (var bits = _candidates[word]; bits != 0; bits &= bits - 1)
            {
                var rule = _rules.Rules[(word << 6) + BitOperations.TrailingZeroCount(bits)];
                if (rule.When.Holds(_signals))
                {
                    _draft.Apply(rule.Setter);
                }
            }
        }
        ApplyTopics();
        _draft.Apply(_rules.Defaults, quietly: true);
        var due = Due(blueprint, now);
        return ToDecision(due, facts);
    }

    private void ApplyTopics()
    {
        var chosen = _draft[Act.Topic] is not null;
        if (!chosen && _topic >= 0 && _scores[_topic] > 0)
        {
            _draft.Apply(_rules.Topics[_topic].Setter);
        }
        else
        {
            if (!chosen && _message.Topic is { } open)
            {
                var step = new DecisionStep(
                    Trace.OpenQuestion,
                    Blueprint.National,
                    "Onderwerp van de openstaande vraag",
                    new StepFields(new KeyValuePair<string, string>("topic", open)),
                    StepFields.None
                );
                _draft.Apply(step, Act.Topic, open);
            }
            if (_topic >= 0 && _rules.Topics[_topic].Chosen.Consequences.Length > 0)
            {
                _draft.Apply(_rules.Topics[_topic].Chosen, quietly: true);
            }
        }
        for (var i = 0; i < _scores.Length; i++)
        {
            if (_scores[i] > 0 && i != _topic)
            {
                Lose(_rules.Topics[i].Setter, _draft.OwnerOf(Act.Topic) ?? "");
            }
        }
    }

    /// <summary>A topic whose words occur too, but less.</summary>
    private readonly void Lose(Setter topic, string winner) =>
        _draft.Trace.Add(
            new DecisionStep(
                topic.Id,
                topic.Layer,
                topic.Title,
                StepFields.None,
                new StepFields(new KeyValuePair<string, string>("topic", winner))
            )
        );

    private readonly DateTimeOffset? Due(EffectiveBlueprint blueprint, DateTimeOffset now)
    {
        var level = _draft[Act.NoReply] is null ? blueprint.ServiceLevel(_draft[Act.ServiceLevel]!) : null;
        var due = level is null ? null : blueprint.Due(level, now);
        if (due is { } at)
        {
            var set = new StepFields(
                new KeyValuePair<string, string>("due", at.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture))
            );
            _draft.Trace.Add(
                new DecisionStep(Trace.ServiceLevelPrefix + level!.Id, blueprint.LayerOf(level), level.Title, set, StepFields.None)
            );
        }
        return due;
    }

    private readonly Decision ToDecision(DateTimeOffset? due, DecisionFacts facts) =>
        new(
            _draft[Act.Topic],
            _draft[Act.Intent],
            _draft[Act.Priority]!,
            _draft[Act.Theme]!,
            _draft[Act.WorkList]!,
            _draft[Act.Role],
            _draft[Act.Overflow]!,
            _draft[Act.ServiceLevel]!,
            due,
            _draft.List(Act.Suggest),
            _draft[Act.Acknowledge],
            _draft.List(Act.Label),
            _draft[Act.AskPrivate] is not null,
            _draft[Act.Hide] is not null,
            _draft[Act.NoReply],
            _draft[Act.Refer],
            _draft[Act.Approval] is not null,
            _draft.List(Act.Notify),
            _draft.Trace,
            facts
        );
}
