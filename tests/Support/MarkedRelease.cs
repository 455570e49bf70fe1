namespace WebcareHub.Testing;

/// <summary>A national release that marks every message in two rules, so that a message that was decided by half of it shows.</summary>
public static class MarkedRelease
{
    /// <summary>
    /// SQL: each decision with its tenant, its event, and the marks that the two rules gave it. Follows a select list; the rows are called <c>d</c>.
    /// </summary>
    public const string Decisions = """
        from (select e.tenant_id, e.data,
                (select step #>> '{Set,label}' from jsonb_array_elements(e.data -> 'Trace') step where step ->> 'Rule' = 'nl.eerste') as label,
                (select step #>> '{Set,label}' from jsonb_array_elements(e.data -> 'Trace') step where step ->> 'Rule' = 'nl.tweede') as label2
            from events.mt_events e where e.type = 'question_recognised') d
        """;

    /// <summary>The layer's files, and the two rules.</summary>
    /// <param name="national">Of the release without marks.</param>
    /// <param name="mark">A label; the second rule gives the same with <c>-ook</c> behind it.</param>
    public static Dictionary<string, string> Of(IReadOnlyDictionary<string, string> national, string mark) =>
        new(national)
        {
            ["marks.yaml"] = $$"""
                defaults: { owner: Team }
                rules:
                  - { id: nl.eerste, title: Eerste, when: { always: true }, then: { label: {{mark}} } }
                  - { id: nl.tweede, title: Tweede, when: { always: true }, then: { label: {{mark}}-ook } }
                """,
        };

    /// <summary>SQL: whether both marks are of the release that <paramref name="mark"/> (SQL as well) tells by its label.</summary>
    public static string IsWhole(string mark) => $"label = {mark} and label2 = {mark} || '-ook'";
}
