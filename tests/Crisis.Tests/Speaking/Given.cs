using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.CoreMessages;
using WebcareHub.Crisis.Speaking;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Crisis.Tests.Speaking;

/// <summary>A flood in region Wadden, and who has to do with it.</summary>
internal static class Given
{
    internal static readonly DateTimeOffset Now = new(2026, 11, 21, 13, 5, 0, TimeSpan.Zero);
    internal static readonly Guid Flood = Guid.Parse("0198c000-0000-7000-8000-000000000001");
    internal static readonly Guid Message = Guid.Parse("0198c000-0000-7000-8000-000000000002");

    internal static readonly Places Places = new(
        Blueprint.Read([
            Layer(
                "nl",
                "layer: { title: Landelijk, kind: national }\ndefaults: { owner: Team }\nhours: [ { id: webcare, title: Webcare, week: { weekdays: [\"09:00-17:00\"] } } ]",
                (
                    "register/municipalities.csv",
                    "code,name,province,safety_region,valid_from,valid_to\nGM0072,Harlingen,Fryslân,Fryslân,,\nGM0088,Schiermonnikoog,Fryslân,Fryslân,,\nGM0193,Zwolle,Overijssel,IJsselland,,\n"
                )
            ),
            Layer("wadden", "layer: { title: Regio Wadden, kind: region, members: [GM0072, GM0088] }\ndefaults: { owner: Team }"),
            Layer("ijsselland", "layer: { title: Regio IJsselland, kind: region, members: [GM0193] }\ndefaults: { owner: Team }"),
            Layer(
                "GM0088",
                Town(
                    "Schiermonnikoog",
                    "u",
                    "balie: het gemeentehuis, telefoon: 0519 53 50 50, website: www.schiermonnikoog.nl, huisstijl-kleur: \"#005e4d\""
                )
            ),
            Layer("GM0072", Town("Harlingen", "je", "telefoon: 14 0517")),
        ]),
        new(2026, 11, 21)
    );

    internal static Standing Coordinator(string layer = "wadden") => Person("cor", "GM0072", coordinates: layer);

    internal static Standing Spokesperson(string municipality) => Person("wil", municipality, spokesperson: true);

    internal static Standing Colleague(string municipality) => Person("jan", municipality);

    internal static IssueCoreMessage Issue(string layer = "wadden", params string[] area) =>
        new(
            Flood,
            layer,
            area,
            "Het water stijgt",
            "Het water in {gemeente} stijgt. Zandzakken haalt u bij {balie}.",
            "Het water in {gemeente} stijgt.",
            ["Blijf weg bij de dijk."],
            null,
            Now.AddHours(6),
            "voorzitter veiligheidsregio"
        );

    /// <summary>Issued for the region by its coordinator.</summary>
    internal static CoreMessageState Issued(params object[] then) =>
        Crisis
            .CoreMessages.Issue.Decide(Coordinator(), Message, Issue(), ApprovingRole.RegionalChain)
            .Events.Concat(then)
            .Aggregate(CoreMessageState.None, CoreMessageState.Evolve);

    internal static CoreMessageState After(this CoreMessageState message, Outcome outcome)
    {
        outcome.Refusal.ShouldBeNull();
        return outcome.Events.Aggregate(message, CoreMessageState.Evolve);
    }

    private static Standing Person(string id, string municipality, bool spokesperson = false, string? coordinates = null) =>
        new(
            new AgentRef(id, $"{id} de Vries"),
            municipality,
            false,
            coordinates is null ? [] : [coordinates],
            spokesperson,
            Places,
            [new CrisisInForce(Flood, "hoogwater", ["wadden"], false, Now)],
            Now
        );

    private static string Town(string name, string salutation, string facts) =>
        $"layer: {{ title: Gemeente {name}, kind: municipality }}\ndefaults: {{ owner: Team }}\nvoice: {{ name: {name}, salutation: {salutation}, greeting: \"Goedendag {{naam}},\", signature: \"Groet, {{medewerker}}\", facts: {{ {facts} }} }}";

    private static LayerFiles Layer(string code, string yaml, params (string Path, string Text)[] more) =>
        new(code, more.Append(("layer.yaml", yaml)).ToDictionary(file => file.Item1, file => file.Item2));
}
