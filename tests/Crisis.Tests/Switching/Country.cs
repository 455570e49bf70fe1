using WebcareHub.Contracts.Conversations;
using WebcareHub.Crisis.Switching;
using WebcareHub.EventStore;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Crisis.Tests.Switching;

/// <summary>Three municipalities, two regions, one scenario, and the people who may switch it.</summary>
internal static class Country
{
    internal static readonly DateTimeOffset Now = new(2026, 11, 22, 13, 5, 0, TimeSpan.Zero);

    private const string National = """
        layer: { title: Landelijk, kind: national }
        defaults: { owner: T }
        roles: [ { id: woordvoerder, title: Woordvoerder, token: spokesperson } ]
        answers:
          - { id: hoog, title: Hoogwater, text: Blijf weg bij het water. }
          - { id: ontvangen, title: Ontvangen, text: Wij hebben uw bericht. }
        rules:
          - { id: gewoon, title: Gewoon, when: { text: hoi }, then: { acknowledge: ontvangen } }
        scenarios:
          - id: hoogwater
            title: Hoogwater
            who: [ { role: woordvoerder, task: Geeft vrij. } ]
            pools: [region, national]
            answers: [hoog]
            coreMessages: [ { id: eerste, title: Eerste bericht, text: Het water staat hoog., informal: Let op je dijk., valid: 2h } ]
            checklist: [Bel de regio.]
            scaleDown: [Bedank de helpers.]
            rules:
              - { id: hoogwater.vragen, title: Vragen over water, when: { text: water }, then: { priority: urgent, suggest: hoog } }
        """;

    private const string Register = """
        code,name,province,safety_region,valid_from,valid_to
        GM0088,Schiermonnikoog,Fryslân,Fryslân,,
        GM0072,Harlingen,Fryslân,Fryslân,,
        GM0193,Zwolle,Overijssel,IJsselland,,
        """;

    internal static readonly Edition Edition = new(
        new Epoch(1, new Dictionary<string, int> { ["nl"] = 1 }, []),
        [],
        [],
        Blueprint.Read([
            Layer("nl", ("layer.yaml", National), ("register/municipalities.csv", Register)),
            Layer("wadden", ("layer.yaml", "layer: { title: Regio Wadden, kind: region, members: [GM0088, GM0072] }")),
            Layer("ijsselland", ("layer.yaml", "layer: { title: Regio IJsselland, kind: region, members: [GM0193] }")),
        ])
    );

    internal static readonly Layers Layers = new(Edition.Blueprint);

    /// <summary>Coordinator of the Wadden; of the nation; the other of the nation; a colleague without an office.</summary>
    internal static readonly Standing Renske = Who("GM0072", "renske", "Renske Hofstra", "wadden");
    internal static readonly Standing Emre = Who("GM0193", "emre", "Emre Aksoy", "nl");
    internal static readonly Standing Aukje = Who("GM0088", "aukje", "Aukje Daalder", "nl", "GM0088");
    internal static readonly Standing Jan = Who("GM0088", "jan", "Jan de Vries");
    internal static readonly Standing Samira = Who("GM0193", "samira", "Samira el Amrani");

    internal static Standing At(this Standing who, TimeSpan later) => who with { Now = Now + later };

    internal static Course Story(params IEnumerable<object> events) => events.Aggregate(Course.None, Course.Evolve);

    internal static Course Then(this Course course, Outcome outcome)
    {
        outcome.Refusal.ShouldBeNull();
        return outcome.Events.Aggregate(course, Course.Evolve);
    }

    private static Standing Who(string municipality, string id, string name, params string[] coordinates) =>
        new(new Person(municipality, new AgentRef(id, name)), coordinates, Layers, Now);

    private static LayerFiles Layer(string code, params (string Path, string Text)[] files) =>
        new(code, files.ToDictionary(file => file.Path, file => file.Text), 1);
}
