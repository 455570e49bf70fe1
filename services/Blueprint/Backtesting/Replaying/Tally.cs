using System.Runtime.InteropServices;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>Counts of one municipality. Adding up two gives the same in any order.</summary>
internal sealed class Tally
{
    internal const int MostSamples = 20;

    private readonly Dictionary<BacktestChange, int> _kinds = [];
    private readonly Dictionary<Difference, int> _moves = [];
    private readonly Dictionary<BacktestChange, SortedList<ulong, StoredSample>> _samples = [];

    internal int Messages { get; set; }

    internal int Changed { get; set; }

    internal int Erased { get; set; }

    internal int Unreadable { get; set; }

    internal Deadlines InTime { get; } = new();

    internal Hours Hours { get; } = new();

    internal IEnumerable<KeyValuePair<Difference, int>> Moves => _moves;

    internal int Of(BacktestChange kind) => _kinds.GetValueOrDefault(kind);

    internal IEnumerable<KeyValuePair<ulong, StoredSample>> SamplesOf(BacktestChange kind) => _samples.GetValueOrDefault(kind) ?? [];

    internal void Add(Difference difference)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_kinds, difference.Kind, out _)++;
        CollectionsMarshal.GetValueRefOrAddDefault(_moves, difference, out _)++;
    }

    /// <summary>Keeps the samples with the lowest lots; the lot follows from the message's place in the log, so it is always the same.</summary>
    internal bool Wants(BacktestChange kind, ulong lot) =>
        !_samples.TryGetValue(kind, out var kept) || kept.Count < MostSamples || lot < kept.GetKeyAtIndex(kept.Count - 1);

    internal void Add(BacktestChange kind, ulong lot, StoredSample sample)
    {
        ref var kept = ref CollectionsMarshal.GetValueRefOrAddDefault(_samples, kind, out _);
        kept ??= new(MostSamples + 1);
        kept[lot] = sample;
        if (kept.Count > MostSamples)
        {
            kept.RemoveAt(MostSamples);
        }
    }

    internal void Add(Tally other)
    {
        Messages += other.Messages;
        Changed += other.Changed;
        Erased += other.Erased;
        Unreadable += other.Unreadable;
        InTime.Add(other.InTime);
        Hours.Add(other.Hours);
        foreach (var (difference, count) in other._moves)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_moves, difference, out _) += count;
            CollectionsMarshal.GetValueRefOrAddDefault(_kinds, difference.Kind, out _) += count;
        }

        foreach (var (kind, samples) in other._samples)
        {
            foreach (var (lot, sample) in samples)
            {
                Add(kind, lot, sample);
            }
        }
    }

    /// <summary>A draw that spreads samples over the period: SplitMix64 of the place in the log.</summary>
    internal static ulong Lot(long sequence)
    {
        var lot = (ulong)sequence + 0x9E3779B97F4A7C15;
        lot = (lot ^ (lot >> 30)) * 0xBF58476D1CE4E5B9;
        lot = (lot ^ (lot >> 27)) * 0x94D049BB133111EB;
        return lot ^ (lot >> 31);
    }

    /// <summary>How many were, and would have been, late.</summary>
    internal sealed class Deadlines
    {
        internal int Known { get; private set; }

        internal int LateBefore { get; private set; }

        internal int LateAfter { get; private set; }

        internal void Add(bool lateBefore, bool lateAfter)
        {
            Known++;
            LateBefore += lateBefore ? 1 : 0;
            LateAfter += lateAfter ? 1 : 0;
        }

        internal void Add(Deadlines other)
        {
            Known += other.Known;
            LateBefore += other.LateBefore;
            LateAfter += other.LateAfter;
        }
    }
}
