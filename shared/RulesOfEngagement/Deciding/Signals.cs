namespace WebcareHub.RulesOfEngagement;

/// <summary>What a signal is about. The order is how rarely it is set.</summary>
internal enum Ask
{
    Words,
    Detects,
    Scenario,
    Campaign,
    HolidayName,
    Holiday,
    Followers,
    Topic,
    Attachments,
    Intent,
    Author,
    Language,
    Kind,
    FirstContact,
    Visibility,
    Channel,
    Hours,
}

/// <summary>Numbers the signals of all rules while they are compiled; equal questions share a number.</summary>
/// <param name="shared">Patterns that have a number already; own ones are numbered behind them.</param>
internal sealed class Signals(Vocabulary shared)
{
    /// <summary>The value of signals that hold for any value.</summary>
    public const string AnyValue = "*";

    private readonly Dictionary<(Ask Ask, string Value), int> _numbers = [];
    private readonly Dictionary<string, NumberedPattern?> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _patterns = new(StringComparer.Ordinal);
    private readonly List<byte[]> _symbols = [];
    private readonly Dictionary<int, List<int>> _signalsOfPattern = [];

    public int Count => _numbers.Count;

    /// <summary>How many patterns have a number, those that are shared included.</summary>
    public int Patterns => shared.Numbers.Count + _symbols.Count;

    public IEnumerable<KeyValuePair<(Ask Ask, string Value), int>> Numbers => _numbers;

    public Expression Fact(Ask ask, string value) => new Expression.Signal(NumberOf(ask, value), (int)ask);

    /// <summary>A signal that is set when one of the words occurs.</summary>
    public Expression Words(IReadOnlyList<string> words)
    {
        var ids = words.Select(Pattern).OfType<NumberedPattern>().Select(pattern => pattern.Number).Distinct().Order().ToList();
        var before = Count;
        var number = NumberOf(Ask.Words, string.Join(',', ids));
        foreach (var id in Count > before ? ids : [])
        {
            if (!_signalsOfPattern.TryGetValue(id, out var signals))
            {
                _signalsOfPattern[id] = signals = [];
            }
            signals.Add(number);
        }
        return new Expression.Signal(number, (int)Ask.Words);
    }

    /// <summary>The number of a pattern; null when it is not one.</summary>
    public NumberedPattern? Pattern(string word)
    {
        if (!shared.Words.TryGetValue(word, out var pattern) && !_words.TryGetValue(word, out pattern))
        {
            _words[word] = pattern = RulesOfEngagement.Pattern.Parse(word, out _) is { } parsed
                ? new(NumberOf(parsed), parsed.Words)
                : null;
        }
        return pattern;
    }

    public int[][] SignalsOfPatterns() =>
        [.. Enumerable.Range(0, Patterns).Select(pattern => _signalsOfPattern.GetValueOrDefault(pattern)?.ToArray() ?? [])];

    /// <summary>What finds all numbered patterns in a text.</summary>
    public Automaton[] Automata() => [.. shared.Automata, .. Automaton.Build(_symbols, shared.Numbers.Count)];

    /// <summary>The patterns numbered here, for others to share. Only of signals that shared none themselves.</summary>
    public Vocabulary ToVocabulary(Automaton[] automata) => new(_words, _patterns, automata);

    private int NumberOf(Pattern pattern)
    {
        var key = Convert.ToHexString(pattern.Symbols);
        if (shared.Numbers.TryGetValue(key, out var number) || _patterns.TryGetValue(key, out number))
        {
            return number;
        }
        number = _patterns[key] = Patterns;
        _symbols.Add(pattern.Symbols);
        return number;
    }

    private int NumberOf(Ask ask, string value)
    {
        if (!_numbers.TryGetValue((ask, value), out var number))
        {
            _numbers[(ask, value)] = number = _numbers.Count;
        }
        return number;
    }
}
