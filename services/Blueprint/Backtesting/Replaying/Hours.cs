namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>
/// Per hour of the day, Dutch time: what came in, what would open to a pool, and what was in time. Adding up two gives the same in any order.
/// </summary>
internal sealed class Hours
{
    internal const int Day = 24;
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private readonly Counts[] _hours = new Counts[Day];

    internal Counts this[int hour] => _hours[hour];

    internal void Came(DateTimeOffset at) => Of(at).Messages++;

    /// <param name="after">By the candidate; otherwise by what it is compared with.</param>
    internal void Opened(Opening opening, bool after)
    {
        ref var hour = ref Of(opening.At);
        switch (opening.Pool, after)
        {
            case (Opening.Nation, false):
                hour.NationBefore++;
                break;
            case (Opening.Nation, true):
                hour.NationAfter++;
                break;
            case (_, false):
                hour.RegionBefore++;
                break;
            default:
                hour.RegionAfter++;
                break;
        }
    }

    /// <param name="came">When the message came.</param>
    internal void Known(DateTimeOffset came, bool lateBefore, bool lateAfter)
    {
        ref var hour = ref Of(came);
        hour.Known++;
        hour.LateBefore += lateBefore ? 1 : 0;
        hour.LateAfter += lateAfter ? 1 : 0;
    }

    internal void Add(Hours other)
    {
        for (var hour = 0; hour < Day; hour++)
        {
            _hours[hour].Add(other._hours[hour]);
        }
    }

    private ref Counts Of(DateTimeOffset at) => ref _hours[TimeZoneInfo.ConvertTime(at, Amsterdam).Hour];

    /// <summary>Of one hour.</summary>
    internal struct Counts
    {
        internal int Messages;
        internal int RegionBefore;
        internal int RegionAfter;
        internal int NationBefore;
        internal int NationAfter;
        internal int Known;
        internal int LateBefore;
        internal int LateAfter;

        internal void Add(in Counts other)
        {
            Messages += other.Messages;
            RegionBefore += other.RegionBefore;
            RegionAfter += other.RegionAfter;
            NationBefore += other.NationBefore;
            NationAfter += other.NationAfter;
            Known += other.Known;
            LateBefore += other.LateBefore;
            LateAfter += other.LateAfter;
        }
    }
}
