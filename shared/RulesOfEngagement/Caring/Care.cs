namespace WebcareHub.RulesOfEngagement;

/// <summary>What the keepers of a blueprint should look at.</summary>
public static class Care
{
    /// <summary>Everything in any layer that asks for attention: the longest overdue first, then in the order of <see cref="CareKind"/>.</summary>
    /// <param name="messagesPerTopic">Messages of the past year per topic; null when they were not counted, and then no topic is called unused.</param>
    public static IReadOnlyList<CareFinding> Of(
        Blueprint blueprint,
        DateOnly today,
        IReadOnlyDictionary<string, long>? messagesPerTopic = null
    ) => [];
}
