namespace WebcareHub.RulesOfEngagement;

/// <summary>All patterns in one pass over a text (Aho-Corasick with a full table). Immutable.</summary>
internal sealed class Automaton
{
    /// <summary>A state is two bytes in the table; more patterns go into another automaton.</summary>
    private const int MaxStates = 60_000;

    private readonly ushort[] _next;
    private readonly int _firstHit;
    private readonly int[] _hitStarts;
    private readonly int[] _hits;

    private Automaton(ushort[] next, int firstHit, int[] hitStarts, int[] hits) =>
        (_next, _firstHit, _hitStarts, _hits) = (next, firstHit, hitStarts, hits);

    /// <summary>Builds as many automata as the patterns need (one, unless there are tens of thousands).</summary>
    /// <param name="first">The number of the first pattern.</param>
    public static Automaton[] Build(IReadOnlyList<byte[]> patterns, int first = 0)
    {
        var built = new List<Automaton>();
        for (var at = 0; at < patterns.Count; )
        {
            var tries = new Tries();
            for (; at < patterns.Count && tries.Count + patterns[at].Length < MaxStates; at++)
            {
                tries.Add(patterns[at], first + at);
            }
            built.Add(tries.ToAutomaton());
        }
        return [.. built];
    }

    /// <summary>Marks in <paramref name="seen"/> every pattern that occurs. Returns whether the text holds a digit or an @.</summary>
    public bool Mark(ReadOnlySpan<char> text, Span<ulong> seen)
    {
        var (symbols, next, firstHit) = (Fold.Table, _next, _firstHit);
        int state = next[Fold.Space];
        uint last = Fold.Space;
        var personal = false;
        foreach (var c in text)
        {
            uint symbol = symbols[c];
            if (symbol >= Fold.Slow)
            {
                state = StepOver(Fold.Parts(c), state, ref last, seen);
                continue;
            }
            personal |= symbol - Fold.FirstDigit <= 9 || c == '@';
            if ((symbol | last) == Fold.Space)
            {
                continue;
            }
            last = symbol;
            state = next[(state * Fold.Width) + (int)symbol];
            if (state >= firstHit)
            {
                Hit(state, seen);
            }
        }
        Step(state, Fold.Space, seen);
        return personal;
    }

    private int StepOver(byte[] parts, int state, ref uint last, Span<ulong> seen)
    {
        foreach (var part in parts)
        {
            last = part;
            state = Step(state, part, seen);
        }
        return state;
    }

    private int Step(int state, byte symbol, Span<ulong> seen)
    {
        state = _next[(state * Fold.Width) + symbol];
        if (state >= _firstHit)
        {
            Hit(state, seen);
        }
        return state;
    }

    private void Hit(int state, Span<ulong> seen)
    {
        for (int i = _hitStarts[state - _firstHit], end = _hitStarts[state - _firstHit + 1]; i < end; i++)
        {
            seen[_hits[i] >> 6] |= 1UL << (_hits[i] & 63);
        }
    }

    private sealed class Tries
    {
        private readonly List<int[]> _children = [new int[Fold.Width]];
        private readonly List<List<int>?> _ends = [null];

        public int Count => _children.Count;

        public void Add(byte[] symbols, int pattern)
        {
            var state = 0;
            foreach (var symbol in symbols)
            {
                if (_children[state][symbol] == 0)
                {
                    _children[state][symbol] = _children.Count;
                    _children.Add(new int[Fold.Width]);
                    _ends.Add(null);
                }
                state = _children[state][symbol];
            }
            (_ends[state] ??= []).Add(pattern);
        }

        public Automaton ToAutomaton()
        {
            var order = Link();
            var hitting = order.Where(state => _ends[state] is not null).ToList();
            var numbered = order.Where(state => _ends[state] is null).Concat(hitting).ToList();
            var number = new ushort[Count];
            for (var i = 0; i < numbered.Count; i++)
            {
                number[numbered[i]] = (ushort)i;
            }
            var next = new ushort[Count * Fold.Width];
            for (var state = 0; state < Count; state++)
            {
                for (var symbol = 0; symbol < Fold.Width; symbol++)
                {
                    next[(number[state] * Fold.Width) + symbol] = number[_children[state][symbol]];
                }
            }
            var starts = new int[hitting.Count + 1];
            var hits = new List<int>();
            for (var i = 0; i < hitting.Count; i++)
            {
                hits.AddRange(_ends[hitting[i]]!);
                starts[i + 1] = hits.Count;
            }
            return new Automaton(next, Count - hitting.Count, starts, [.. hits]);
        }

        /// <summary>Breadth first: turns missing children into the step the longest suffix would take, and inherits its hits.</summary>
        private List<int> Link()
        {
            var fail = new int[Count];
            var order = new List<int> { 0 };
            for (var i = 0; i < order.Count; i++)
            {
                var state = order[i];
                for (var symbol = 0; symbol < Fold.Width; symbol++)
                {
                    var child = _children[state][symbol];
                    var fallback = state == 0 ? 0 : _children[fail[state]][symbol];
                    if (child == 0)
                    {
                        _children[state][symbol] = fallback;
                        continue;
                    }
                    fail[child] = fallback;
                    if (_ends[fallback] is { } inherited)
                    {
                        (_ends[child] ??= []).AddRange(inherited);
                    }
                    order.Add(child);
                }
            }
            return order;
        }
    }
}
