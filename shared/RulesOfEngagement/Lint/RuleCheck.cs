namespace WebcareHub.RulesOfEngagement;

/// <summary>Checks a rule as a whole.</summary>
internal static class RuleCheck
{
    private static readonly string[] AlwaysPrivate = ["whatsapp", "messenger", "chat"];

    // What only some platforms tell: elsewhere such a condition is never true.
    private static readonly (string Condition, string[] Channels, string What)[] Told =
    [
        ("language", ["mastodon", "bluesky", "x"], "in welke taal iemand schrijft"),
        ("followers", ["mastodon", "bluesky", "x", "instagram"], "hoeveel volgers iemand heeft"),
        ("campaign", ["facebook", "instagram", "messenger"], "bij welke campagne een bericht hoort"),
    ];

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
        CheckChannels(rule, report);
    }

    /// <summary>A rule for these channels alone that asks what they never tell, or does what is only of use in public.</summary>
    private static void CheckChannels(MergedEntry rule, Report report)
    {
        var channels = Demanded(rule["when"], "channel");
        foreach (var (condition, told, what) in Told)
        {
            if (channels.Count > 0 && !channels.Intersect(told).Any() && Conditions(rule["when"], condition).Any())
            {
                report.Remark(rule.Place, $"Op {string.Join(", ", channels)} weten we niet {what}. Deze regel werkt daar niet.");
            }
        }
        var isPrivate = channels.Count > 0 && channels.All(AlwaysPrivate.Contains) || Demanded(rule["when"], "visibility") is ["private"];
        foreach (var action in (string[])["hide", "askPrivate"])
        {
            if (isPrivate && (rule["then"] as MapNode)?[action] is { } set && set.IsTrue())
            {
                report.Remark(rule.Place, $"'{action}' heeft geen gevolg bij een privébericht, zoals op WhatsApp.");
            }
        }
    }

    /// <summary>The values of a condition that must hold whatever else does; empty when the rule does not ask.</summary>
    public static List<string> Demanded(Node? condition, string key) => [.. Conditions(condition, key).SelectMany(value => value.Texts())];

    private static IEnumerable<Node> Conditions(Node? condition, string key) =>
        condition.Each().OfType<MapNode>().SelectMany(map => map.Pairs).Where(pair => pair.Key == key).Select(pair => pair.Value);

    public static bool Asks(Node? condition, string key) =>
        condition
            .Each()
            .OfType<MapNode>()
            .SelectMany(map => map.Pairs)
            .Any(pair => pair.Key == key || (pair.Key is "any" or "all" or "not" && Asks(pair.Value, key)));
}
