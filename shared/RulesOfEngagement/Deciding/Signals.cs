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
internal sealed class Signals
{
    /// <summary>The value of signals that hold for any value.</summary>
    public const string AnyValue = "*";

    private readonly Dictionary<(Ask Ask, string Value), int> _numbers = [];
    private readonly Dictionary<string, int> _patterns = [];
    private readonly List<byte[]> _symbols = [];
    private readonly List<List<int>> _signalsOfPattern = [];

    public int Count => _numbers.Count;

    public IReadOnlyList<byte[]> Patterns => _symbols;

    public IEnumerable<KeyValuePair<(Ask Ask, string Value), int>> Numbers => _numbers;

    public Expression Fact(Ask ask, string value) => new Expression.Signal(NumberOf(ask, value), (int)ask);

    /// <summary>A signal that is set when one of the words occurs.</summary>
    public Expression Words(IReadOnlyList<string> words)
    {
        var ids = words.Select(Pattern).OfType<int>().Distinct().Order().ToList();
        var before = Count;
        var number = NumberOf(Ask.Words, string.Join(',', ids));
        foreach (var id in Count > before ? ids : [])
        {
            _signalsOfPattern[id].Add(number);
        }
        return new Expression.Signal(number, (int)Ask.Words);
    }

    /// <summary>The number of a pattern; null when it is not one.</summary>
    public int? Pattern(string word)
    {
        if (RulesOfEngagement.Pattern.Parse(word, out _) is not { } pattern)
        {
            return null;
        }
        var key = Convert.ToHexString(pattern.Symbols);
        if (!_patterns.TryGetValue(key, out var id))
        {
            _patterns[key] = id = _symbols.Count;
            _symbols.Add(pattern.Symbols);
            _signalsOfPattern.Add([]);
        }
        return id;
    }

    public int[][] SignalsOfPatterns() => [.. _signalsOfPattern.Select(signals => signals.ToArray())];

    private int NumberOf(Ask ask, string value)
    {
        if (!_numbers.TryGetValue((ask, value), out var number))
        {
            _numbers[(ask, value)] = number = _numbers.Count;
        }
        return number;
    }
}
