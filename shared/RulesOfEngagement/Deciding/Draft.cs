using System.Runtime.CompilerServices;

namespace WebcareHub.RulesOfEngagement;

/// <summary>A decision being made: who set what first, and the steps so far.</summary>
internal ref struct Draft(MessageFacts message, KeptAnswers kept)
{
    private readonly List<DecisionStep> _trace = new(6);
    private Fields _values;
    private Fields _owners;
    private Lists _lists;

    public readonly string? this[Act act] => _values[(int)act];

    public readonly string? OwnerOf(Act act) => _owners[(int)act];

    public readonly IReadOnlyList<string> List(Act act) => _lists[act - Act.Suggest] ?? [];

    public readonly List<DecisionStep> Trace => _trace;

    /// <summary>Lets a rule, topic or the defaults set what is still free, and records the step.</summary>
    /// <param name="quietly">Do not record fields that others have set already, nor a step that set nothing.</param>
    public void Apply(Setter setter, bool quietly = false)
    {
        var set = 0u;
        List<KeyValuePair<string, string>>? lost = null;
        for (var i = 0; i < setter.Consequences.Length; i++)
        {
            ref readonly var each = ref setter.Consequences[i];
            var winner = Acts.IsList(each.Act) ? Extend(each, setter.Id) : Put(each, setter.Id);
            if (winner is null)
            {
                set |= 1u << i;
            }
            else if (!quietly)
            {
                (lost ??= []).Add(new(setter.Pairs[i].Key, winner));
            }
        }
        if (set == setter.All)
        {
            _trace.Add(setter.Whole);
        }
        else if (set != 0 || !quietly)
        {
            _trace.Add(
                new DecisionStep(
                    setter.Id,
                    setter.Layer,
                    setter.Title,
                    new StepFields(setter.Pairs, set),
                    lost is null ? StepFields.None : new StepFields([.. lost])
                )
            );
        }
    }

    /// <summary>Sets one field with a step of its own.</summary>
    public void Apply(DecisionStep step, Act act, string value)
    {
        _values[(int)act] = value;
        _owners[(int)act] = step.Rule;
        _trace.Add(step);
    }

    /// <summary>Null when it is set now, otherwise who had set it, or why it cannot be.</summary>
    private string? Put(in Consequence each, string owner)
    {
        if (_owners[(int)each.Act] is { } earlier)
        {
            return earlier;
        }
        if (each.Act == Act.Acknowledge && StandsStill(each.Value) is { } why)
        {
            return why;
        }
        _values[(int)each.Act] = each.Value;
        _owners[(int)each.Act] = owner;
        return null;
    }

    private readonly string? StandsStill(string answer) =>
        message.Acknowledged ? RulesOfEngagement.Trace.AlreadyAcknowledged
        : !message.WindowOpen ? RulesOfEngagement.Trace.WindowClosed
        : message.Scenario is { } scenario && !kept.Go(answer, scenario) ? RulesOfEngagement.Trace.Paused
        : null;

    /// <summary>Adds what is new; null when something was.</summary>
    private string? Extend(in Consequence each, string owner)
    {
        ref var list = ref _lists[each.Act - Act.Suggest];
        if (list is null)
        {
            list = each.Values;
            _owners[(int)each.Act] = owner;
            return null;
        }
        var before = list;
        foreach (var value in each.Values)
        {
            list = Array.IndexOf(list, value) < 0 ? [.. list, value] : list;
        }
        return ReferenceEquals(list, before) ? _owners[(int)each.Act] : null;
    }

    [InlineArray(Acts.Count)]
    private struct Fields
    {
        private string? _first;
    }

    [InlineArray(3)]
    private struct Lists
    {
        private string[]? _first;
    }
}
