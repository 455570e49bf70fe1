namespace WebcareHub.RulesOfEngagement;

/// <summary>Checks a rule as a whole.</summary>
internal static class RuleCheck
{
    public static void Check(MergedEntry rule, Report report)
    {
        var (when, then) = (rule["when"], rule["then"] as MapNode);
        if (then?["topic"] is not null && (Asks(when, "topic") || Asks(when, "intent")))
        {
            report.Error(rule.Place, "Een regel die 'topic' zet, kan niet vragen naar 'topic' of 'intent'.");
        }
        if (then?["intent"] is not null && Asks(when, "intent"))
        {
            report.Error(rule.Place, "Een regel die 'intent' zet, kan niet vragen naar 'intent'.");
        }
        if (then?["noReply"] is not null && then["acknowledge"] is not null)
        {
            report.Error(rule.Place, "Een regel kan niet tegelijk 'noReply' en 'acknowledge' zetten.");
        }
    }

    public static bool Asks(Node? condition, string key) =>
        condition
            .Each()
            .OfType<MapNode>()
            .SelectMany(map => map.Pairs)
            .Any(pair => pair.Key == key || (pair.Key is "any" or "all" or "not" && Asks(pair.Value, key)));
}
