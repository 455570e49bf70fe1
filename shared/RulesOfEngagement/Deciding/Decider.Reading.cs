using System.Numerics;

namespace WebcareHub.RulesOfEngagement;

// From the message to signals: what stands in its text, and the facts beside it.
internal ref partial struct Decider
{
    /// <summary>Words to signals and topic scores. Returns the personal data found.</summary>
    private int Read(Span<ulong> seen)
    {
        var text = _message.Text.AsSpan();
        var personal = _rules.Automata.Length == 0;
        foreach (var automaton in _rules.Automata)
        {
            personal |= automaton.Mark(text, seen);
        }
        for (var word = 0; word < seen.Length; word++)
        {
            for (var bits = seen[word]; bits != 0; bits &= bits - 1)
            {
                var pattern = (word << 6) + BitOperations.TrailingZeroCount(bits);
                foreach (var signal in _rules.SignalsOfPattern[pattern])
                {
                    Set(signal);
                }
                foreach (var (topic, weight) in _rules.TopicsOfPattern[pattern])
                {
                    _scores[topic] = weight == 0 ? int.MinValue / 2 : _scores[topic] + weight;
                }
            }
        }
        return personal ? PersonalDataScan.Scan(text) : 0;
    }

    private void ReadFacts(bool open, string? holiday, int detected)
    {
        Is(Ask.Channel, _message.Channel);
        Is(Ask.Visibility, _message.Visibility);
        Is(Ask.Kind, _message.Kind);
        Is(Ask.Author, _message.Author);
        Is(Ask.Language, _message.Language);
        Is(Ask.Campaign, _message.Campaign);
        Is(Ask.Scenario, _message.Scenario);
        Is(Ask.HolidayName, holiday);
        If(Ask.Holiday, holiday is not null);
        If(Ask.Scenario, _message.Scenario is not null);
        If(Ask.FirstContact, _message.FirstContact);
        Is(Ask.Hours, open ? "open" : null);
        for (var kinds = (uint)detected; kinds != 0; kinds &= kinds - 1)
        {
            Is(Ask.Detects, PersonalDataScan.Kinds[BitOperations.TrailingZeroCount(kinds)]);
        }
        From(_rules.Numbers[0], _message.Attachments);
        From(_rules.Numbers[1], _message.Followers);
    }

    private readonly void Set(int signal)
    {
        _signals[signal >> 6] |= 1UL << (signal & 63);
        foreach (var rule in _rules.RulesOfSignal[signal])
        {
            _candidates[rule >> 6] |= 1UL << (rule & 63);
        }
    }

    private readonly void Is(Ask ask, string? value)
    {
        foreach (var fact in _rules.Facts[(int)ask])
        {
            if (fact.Value == value)
            {
                Set(fact.Signal);
            }
        }
    }

    private readonly void If(Ask ask, bool holds) => Is(ask, holds ? Signals.AnyValue : null);

    private readonly void From(NumberSignal[] signals, int number)
    {
        foreach (var (atLeast, signal) in signals)
        {
            if (number >= atLeast)
            {
                Set(signal);
            }
        }
    }
}
