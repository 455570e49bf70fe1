namespace WebcareHub.RulesOfEngagement;

/// <summary>Answers that nobody is led to: no rule and no topic names them, and the topics they belong to can never be recognised.</summary>
internal static class DeadAnswers
{
    /// <summary>Of those this layer wrote or adjusted. An answer without topics is offered at every question, so that people find it.</summary>
    public static IEnumerable<MergedEntry> Of(Merged merged, string layer)
    {
        var named = Named(merged).ToHashSet();
        var reached = Reached(merged);
        return merged
            .Of("answers")
            .Where(answer =>
                answer.Layer == layer
                && !named.Contains(answer.Id)
                && answer.Texts("topics") is { Length: > 0 } topics
                && !topics.Any(reached.Contains)
            );
    }

    private static IEnumerable<string> Named(Merged merged) =>
        merged
            .Of("topics")
            .SelectMany(topic => topic.Texts("suggest"))
            .Concat(
                merged
                    .Of("rules")
                    .Select(rule => rule["then"])
                    .OfType<MapNode>()
                    .SelectMany(then => then["suggest"].Texts().Concat(then["acknowledge"].Texts()))
            );

    /// <summary>Topics with words or set by a rule; those above them are offered their answers too.</summary>
    private static HashSet<string> Reached(Merged merged)
    {
        var set = merged.Of("rules").Select(rule => (rule["then"] as MapNode)?["topic"].Text()).OfType<string>();
        var words = merged.Of("topics").Where(topic => topic.Texts("words").Length > 0).Select(topic => topic.Id);
        var reached = new HashSet<string>();
        foreach (var topic in set.Concat(words))
        {
            for (
                var at = merged.Find("topics", topic);
                at is not null && reached.Add(at.Id);
                at = merged.Find("topics", at.Text("parent") ?? "")
            )
            {
                // A question about the topic below shows the answers of this one.
            }
        }
        return reached;
    }
}
