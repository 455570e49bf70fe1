using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Monitoring.Tests.Figures;

/// <summary>What residents thought of it.</summary>
internal sealed partial class Reference
{
    private static double? OfAsking(string figure, List<object> events, DateTimeOffset at) =>
        figure switch
        {
            "satisfaction" => events.OfType<SatisfactionRated>().LastOrDefault()?.Score,
            "satisfaction-answered" => ScoredWhenAsked(events),
            "loop-kept" => LoopKept(events, at),
            _ => throw new InvalidOperationException($"{figure} has no reference."),
        };

    private static double? ScoredWhenAsked(List<object> events)
    {
        var asked = events.FindIndex(one => one is SatisfactionAsked);
        return asked < 0 ? null
            : events.FindLastIndex(one => one is SatisfactionRated) > asked ? 1
            : 0;
    }

    private static double? LoopKept(List<object> events, DateTimeOffset at)
    {
        var outcomes = new List<bool>();
        foreach (var promised in events.OfType<LoopPromised>())
        {
            var kept = events.OfType<LoopClosed>().FirstOrDefault(closed => closed.At > promised.At);
            var gone = events.OfType<PersonalDataErased>().Any();
            if (kept is not null || (promised.DueAt < at && !gone))
            {
                outcomes.Add(kept?.At <= promised.DueAt);
            }
        }

        return outcomes.Count == 0 ? null
            : outcomes.TrueForAll(kept => kept) ? 1
            : 0;
    }
}
