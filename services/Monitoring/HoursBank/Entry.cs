namespace WebcareHub.Monitoring.HoursBank;

/// <summary>What one municipality worked for another on a topic in one shift, in whole seconds: the unit every total is a sum of.</summary>
/// <param name="Topic">Empty when none was recognised.</param>
internal sealed record Entry(string Shift, DateOnly Day, string Giver, string Receiver, string Topic, long Seconds, int Questions)
{
    internal DateOnly Month => Days.Month(Day);
}

/// <summary>A question in a shift, as it is kept.</summary>
internal sealed record Part(
    string Shift,
    DateOnly Day,
    string Giver,
    string Receiver,
    Guid Conversation,
    string Topic,
    long Ticks,
    bool Helped
)
{
    /// <summary>What slices of one pool come to, a question a shift; work for the own municipality is no help.</summary>
    internal static IReadOnlyList<Part> Of(IEnumerable<Slice> slices) =>
        [
            .. slices
                .Where(slice => slice.Giver != slice.Question.Owner)
                .GroupBy(slice => (slice.Shift.Number, slice.Question.Conversation))
                .Select(same =>
                {
                    var last = same.Last();
                    return new Part(
                        last.Shift.Number,
                        last.Shift.Day,
                        last.Giver,
                        last.Question.Owner,
                        last.Question.Conversation,
                        last.Question.Topic,
                        same.Sum(slice => slice.Ticks),
                        same.Any(slice => slice.Helped)
                    );
                }),
        ];

    /// <summary>Parts of a question in a shift become one, then those of a topic; what is left of a second is left out, once.</summary>
    internal static IReadOnlyList<Entry> Sum(IEnumerable<Part> parts) =>
        [
            .. parts
                .GroupBy(part => (part.Shift, part.Conversation))
                .Select(same => same.Last() with { Ticks = same.Sum(part => part.Ticks), Helped = same.Any(part => part.Helped) })
                .GroupBy(part => (part.Shift, part.Day, part.Giver, part.Receiver, part.Topic))
                .OrderBy(same => same.Key)
                .Select(same => new Entry(
                    same.Key.Shift,
                    same.Key.Day,
                    same.Key.Giver,
                    same.Key.Receiver,
                    same.Key.Topic,
                    same.Sum(part => part.Ticks) / TimeSpan.TicksPerSecond,
                    same.Count(part => part.Helped)
                )),
        ];
}
