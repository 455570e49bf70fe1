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
    )
    {
        ArgumentNullException.ThrowIfNull(blueprint);
        return
        [
            .. blueprint
                .Layers.SelectMany(layer => Of(blueprint, layer, today, messagesPerTopic))
                .OrderBy(finding => finding.Kind)
                .ThenBy(finding => finding.On ?? DateOnly.MaxValue)
                .ThenBy(finding => finding.Layer, StringComparer.Ordinal)
                .ThenBy(finding => finding.File, StringComparer.Ordinal)
                .ThenBy(finding => finding.Line),
        ];
    }

    private static IEnumerable<CareFinding> Of(
        Blueprint blueprint,
        ParsedLayer layer,
        DateOnly today,
        IReadOnlyDictionary<string, long>? messages
    )
    {
        var merged = blueprint.Above(layer).With(layer, new Report(layer.Code));
        return DatedCheck
            .Of(layer, today)
            .Select(dated => Of(layer.Code, dated))
            .Concat(Clashes(merged, layer.Code))
            .Concat(DeadAnswers.Of(merged, layer.Code).Select(answer => Of(answer, CareKind.DeadAnswer, Dead)))
            .Concat(Silent(merged, layer.Code))
            .Concat(messages is null ? [] : Unused(merged, layer.Code, messages));
    }

    private const string Dead = "Geen onderwerp en geen regel leidt nog naar dit antwoord. Koppel het weer, of haal het weg.";

    private static IEnumerable<CareFinding> Clashes(Merged merged, string layer)
    {
        var clashes = new RuleClashes(merged);
        var never = clashes.NeverMatching(layer).ToHashSet();
        return clashes
            .Of(layer)
            .Where(clash => !never.Contains(clash.Rule))
            .Select(clash => Of(clash.Rule, clash.Kind, clash.Sentence) with { Other = clash.By.Id })
            .Concat(never.Select(rule => Of(rule, CareKind.NeverMatches, "De voorwaarden spreken elkaar tegen: deze regel past nooit.")));
    }

    private static IEnumerable<CareFinding> Silent(Merged merged, string layer) =>
        from entry in merged.All
        where entry.Layer == layer
        from silent in SilentWords.In(entry, merged)
        select Of(entry, CareKind.NeverMatches, silent.Sentence);

    /// <summary>A topic is used when it, or one below it, was.</summary>
    private static IEnumerable<CareFinding> Unused(Merged merged, string layer, IReadOnlyDictionary<string, long> messages)
    {
        var topics = merged.Of("topics").ToList();
        var used = new HashSet<string>();
        foreach (var topic in topics.Where(topic => messages.GetValueOrDefault(topic.Id) > 0))
        {
            for (var at = topic; at is not null && used.Add(at.Id); at = merged.Find("topics", at.Text("parent") ?? ""))
            {
                // Its parents count as used too.
            }
        }
        return topics
            .Where(topic => topic.Layer == layer && !used.Contains(topic.Id))
            .Select(topic =>
                Of(
                    topic,
                    CareKind.Unused,
                    "In een jaar ging geen enkel bericht hierover. Kloppen de woorden nog, of kan het onderwerp weg?"
                )
            );
    }

    private static CareFinding Of(MergedEntry entry, CareKind kind, string sentence) =>
        new(
            kind,
            entry.Layer,
            entry.Place.File,
            entry.Place.Line,
            entry.Section.Name,
            entry.Id,
            entry.Title,
            entry.Text("owner"),
            On: null,
            Other: null,
            sentence
        );

    private static CareFinding Of(string layer, Dated dated) =>
        new(
            dated.Kind,
            layer,
            dated.Place.File,
            dated.Place.Line,
            dated.Section,
            dated.Entry,
            dated.Title,
            dated.Owner,
            dated.On,
            Other: null,
            dated.Sentence
        );
}
