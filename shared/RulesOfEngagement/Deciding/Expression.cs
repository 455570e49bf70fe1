namespace WebcareHub.RulesOfEngagement;

/// <summary>A condition over signals (bits that say: these words occur, the channel is WhatsApp, …).</summary>
internal abstract class Expression
{
    public abstract bool Holds(ReadOnlySpan<ulong> signals);

    /// <summary>
    /// Signals of which at least one is set whenever this holds; null when there are none such (a negation).
    /// The rule is only looked at when one of them is.
    /// </summary>
    public abstract IReadOnlyList<int>? Anchors { get; }

    /// <summary>How often the anchors are set, roughly: words are rare, channels are not.</summary>
    public abstract int Commonness { get; }

    public static bool IsSet(ReadOnlySpan<ulong> signals, int signal) => (signals[signal >> 6] & (1UL << (signal & 63))) != 0;

    public static Expression All(IReadOnlyList<Expression> parts) => parts.Count == 1 ? parts[0] : new AllOf([.. parts]);

    public static Expression Any(IReadOnlyList<Expression> parts) => parts.Count == 1 ? parts[0] : new AnyOf([.. parts]);

    public sealed class Signal(int number, int commonness) : Expression
    {
        public override IReadOnlyList<int> Anchors { get; } = [number];
        public override int Commonness => commonness;

        public override bool Holds(ReadOnlySpan<ulong> signals) => IsSet(signals, number);
    }

    public sealed class Not(Expression part) : Expression
    {
        public override IReadOnlyList<int>? Anchors => null;
        public override int Commonness => int.MaxValue;

        public override bool Holds(ReadOnlySpan<ulong> signals) => !part.Holds(signals);
    }

    /// <summary>With no parts: always.</summary>
    private sealed class AllOf(Expression[] parts) : Expression
    {
        private readonly Expression? _rarest = parts.Where(part => part.Anchors is not null).MinBy(part => part.Commonness);

        public override IReadOnlyList<int>? Anchors => _rarest?.Anchors;
        public override int Commonness => _rarest?.Commonness ?? int.MaxValue;

        public override bool Holds(ReadOnlySpan<ulong> signals)
        {
            foreach (var part in parts)
            {
                if (!part.Holds(signals))
                {
                    return false;
                }
            }
            return true;
        }
    }

    /// <summary>With no parts: never.</summary>
    private sealed class AnyOf(Expression[] parts) : Expression
    {
        public override IReadOnlyList<int>? Anchors { get; } =
            parts.All(part => part.Anchors is not null) ? [.. parts.SelectMany(part => part.Anchors!).Distinct()] : null;
        public override int Commonness { get; } = parts.Length == 0 ? 0 : parts.Max(part => part.Commonness);

        public override bool Holds(ReadOnlySpan<ulong> signals)
        {
            foreach (var part in parts)
            {
                if (part.Holds(signals))
                {
                    return true;
                }
            }
            return false;
        }
    }
}
