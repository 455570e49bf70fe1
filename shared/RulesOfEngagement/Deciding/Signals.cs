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
/// <param name="shared">What has a number already; own ones are numbered behind them.</param>
internal sealed class Signals(Vocabulary shared)
{
    /// <summary>The value of signals that hold for any value.</summary>
    public const string AnyValue = "*";

    private readonly Dictionary<(Ask Ask, string Value), int> _numbers = [];
    private readonly Dictionary<string, NumberedPattern?> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _patterns = new(StringComparer.Ordinal);
    private readonly List<byte[]> _symbols = [];
    private readonly Dictionary<int, List<int>> _signalsOfPattern = [];

    public int Count => shared.Signals.Count + _numbers.Count;

    /// <summary>How many patterns have a number, those that are shared included.</summary>
    public int Patterns => shared.Patterns.Count + _symbols.Count;

    public IEnumerable<KeyValuePair<(Ask Ask, string Value), int>> Numbers => shared.Signals.Concat(_numbers);

    /// <summary>Something was asked for since this was set to false that is not shared.</summary>
    public bool UsedOwn { get; set; }

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
        UsedOwn |= pattern?.Number >= shared.Patterns.Count;
        return pattern;
    }

    /// <summary>By number of the pattern.</summary>
    public int[][] SignalsOfPatterns()
    {
        if (_symbols.Count == 0 && _signalsOfPattern.Count == 0)
        {
            return shared.SignalsOfPattern;
        }
        var signals = new int[Patterns][];
        shared.SignalsOfPattern.CopyTo(signals, 0);
        Array.Fill(signals, [], shared.Patterns.Count, _symbols.Count);
        foreach (var (pattern, own) in _signalsOfPattern)
        {
            signals[pattern] = [.. signals[pattern], .. own];
        }
        return signals;
    }

    /// <summary>What finds all numbered patterns in a text.</summary>
    public Automaton[] Automata() => [.. shared.Automata, .. Automaton.Build(_symbols, shared.Patterns.Count)];

    /// <summary>What is numbered here, for others to share. Only of signals that shared none themselves.</summary>
    public Vocabulary ToVocabulary(CompiledRules rules) => new(_words, _patterns, _numbers, rules.SignalsOfPattern, rules.Automata);

    private int NumberOf(Pattern pattern)
    {
        var key = Convert.ToHexString(pattern.Symbols);
        if (shared.Patterns.TryGetValue(key, out var number) || _patterns.TryGetValue(key, out number))
        {
            return number;
        }
        number = _patterns[key] = Patterns;
        _symbols.Add(pattern.Symbols);
        return number;
    }

    private int NumberOf(Ask ask, string value)
    {
        if (!shared.Signals.TryGetValue((ask, value), out var number) && !_numbers.TryGetValue((ask, value), out number))
        {
            _numbers[(ask, value)] = number = Count;
        }
        UsedOwn |= number >= shared.Signals.Count;
        return number;
    }
}
