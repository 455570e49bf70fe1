using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Monitoring.Tests.Figures;

/// <summary>What residents thought of it.</summary>
internal sealed partial class Reference
{
    private static double? OfAsking(string figure, List<object> events) =>
        figure switch
        {
            "satisfaction" => events.OfType<SatisfactionRated>().LastOrDefault()?.Score,
            "satisfaction-answered" => ScoredWhenAsked(events),
            _ => throw new InvalidOperationException($"{figure} has no reference."),
        };

    private static double? ScoredWhenAsked(List<object> events)
    {
        var asked = events.FindIndex(one => one is SatisfactionAsked);
        return asked < 0 ? null
            : events.FindLastIndex(one => one is SatisfactionRated) > asked ? 1
            : 0;
    }
}
