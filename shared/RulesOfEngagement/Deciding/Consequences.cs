namespace WebcareHub.RulesOfEngagement;

/// <summary>Reads what rules and topics set.</summary>
internal static class Consequences
{
    private static readonly Act[] OfTopics =
    [
        Act.Intent,
        Act.Priority,
        Act.WorkList,
        Act.Role,
        Act.Overflow,
        Act.ServiceLevel,
        Act.Theme,
        Act.Suggest,
    ];

    /// <summary>Of a rule's <c>then</c>, in the order of <see cref="Act"/>; references that do not exist are left out.</summary>
    public static List<Consequence> Of(MapNode then, Func<string, string, bool> exists) =>
        [.. Acts.Names.Select((name, act) => Read((Act)act, then[name], exists)).OfType<Consequence>()];

    /// <summary>Of a topic: each field from the nearest in its line that has it.</summary>
    public static List<Consequence> OfTopic(IReadOnlyList<MergedEntry> line, Func<string, string, bool> exists) =>
        [
            .. OfTopics
                .Select(act =>
                    line.Select(topic => Read(act, topic[Acts.Names[(int)act]], exists)).FirstOrDefault(found => found is not null)
                )
                .OfType<Consequence>(),
        ];

    private static Consequence? Read(Act act, Node? node, Func<string, string, bool> exists)
    {
        var section = RuleLanguage.Actions[(int)act].Section;
        string[] values =
        [
            .. node.Texts().Where(value => value.Length > 0 && value != "false" && (section is null || exists(section, value))).Distinct(),
        ];
        return values.Length == 0 ? null : new Consequence(act, Acts.Joined(values), values);
    }
}
