using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests.Adopting;

/// <summary>What is the same is made once, and only what is leaned on is read.</summary>
public class SharingTests
{
    private static readonly LayerFiles First = Layers.Files("nl", Layers.Base) with { Release = 1 };
    private static readonly LayerFiles Second = Layers.Files("nl", Layers.Base, Rule("snel")) with { Release = 2 };
    private static readonly LayerFiles Waiting = Layers.Files("GM0088", "adoption: { base: { nl: 1 } }");

    [Fact]
    public void The_choices_name_the_earlier_releases_they_lean_on()
    {
        var own = Layers.Files(
            "GM0088",
            "adoption: { base: { nl: 1 }, choices: [ { entry: rules/r1, choice: adopt, layer: nl, release: 2 }, { entry: rules/r1, choice: defer, layer: nl, release: 3, reason: Zo } ] }"
        );
        var third = Layers.Files("nl", Layers.Base, Rule("weer")) with { Release = 3 };
        Blueprint.Read([third, own]).Named.ShouldBe([new LayerRelease("nl", 1), new LayerRelease("nl", 2)]);
        Blueprint.Read([Second, own]).Named.ShouldBe([new LayerRelease("nl", 1)]);
        Blueprint.Read([Second]).Named.ShouldBeEmpty();
    }

    [Fact]
    public void Municipalities_whose_choices_come_to_the_same_share_what_is_compiled()
    {
        var other = Layers.Files("GM0072", "adoption: { base: { nl: 1 }, follow: [monitoring] }");
        var blueprint = Blueprint.Read([Second, Waiting, other], earlier: [First]);
        blueprint.Holding(blueprint.ChainOf("GM0088"))[0].ShouldBeSameAs(blueprint.Holding(blueprint.ChainOf("GM0072"))[0]);
        blueprint.For("GM0088").Decide("hallo").Labels.ShouldBeEmpty();
        blueprint.For("GM0193").Decide("hallo").Labels.ShouldBe(["snel"]);
    }

    [Fact]
    public void A_base_that_is_the_newest_release_costs_nothing()
    {
        var own = Layers.Files("GM0088", "adoption: { base: { nl: 2 } }");
        var blueprint = Blueprint.Read([Second, own], earlier: [First]);
        blueprint.Holding(blueprint.ChainOf("GM0088"))[0].ShouldBeSameAs(blueprint.Layers[0]);
    }

    [Fact]
    public void A_next_release_compiles_only_what_changed()
    {
        var before = Blueprint.Read([Second, Waiting], earlier: [First]);
        var (waiting, following) = (before.For("GM0088").Topics, before.For("GM0193").Topics);
        var after = Blueprint.Read([Second, Waiting, Layers.Files("GM0072", "voice: { name: Harlingen }")], before, [First]);
        after.For("GM0088").Topics.ShouldBeSameAs(waiting);
        after.For("GM0193").Topics.ShouldBeSameAs(following);
        after.For("GM0072").Topics.ShouldBeSameAs(following);
        after.For("GM0072").Voice.Name.ShouldBe("Harlingen");
    }

    [Fact]
    public void Who_changes_one_entry_shares_the_others()
    {
        var national = Layers.Files("nl", Layers.Base);
        var blueprint = Blueprint.Read([national, Layers.Files("GM0072", "topics: [ { adjust: parkeren, words+: [auto], reason: Zo } ]")]);
        var (own, all) = (blueprint.For("GM0072"), blueprint.For("GM0193"));
        own.Topic("parkeren")!.Words.ShouldBe(["parkeren", "parkeer*", "auto"]);
        all.Topic("parkeren")!.Words.ShouldBe(["parkeren", "parkeer*"]);
        own.Topic("afval").ShouldBeSameAs(all.Topic("afval"));
        own.Answers.ShouldBeSameAs(all.Answers);
    }

    [Theory]
    [InlineData("wordlists: [ { adjust: bedreiging, words+: [grof], reason: Zo } ]")]
    [InlineData("wordlists: [ { adjust: wijk, words: [buurt], reason: Zo } ]")]
    [InlineData("answers: [ { off: a1, reason: Zo } ]")]
    [InlineData("topics: [ { adjust: afval, intent: complaint, words+: [grof], reason: Zo } ]")]
    [InlineData("topics: [ { off: afval, reason: Zo } ]")]
    [InlineData("topics: [ { id: eigen, title: Eigen, owner: T, words: [grof, wijk, parkeren], not: [buurt] } ]")]
    [InlineData("rules: [ { id: eigen, title: Eigen, owner: T, when: { text: grof }, then: { suggest: a1, priority: low } } ]")]
    [InlineData("rules: [ { adjust: r3, when: { topic: none }, reason: Zo } ]")]
    [InlineData(
        "scenarios: [ { id: s, title: S, owner: T, rules: [ { id: sr, title: SR, when: { text: grof }, then: { topic: parkeren } } ] } ]"
    )]
    public void What_was_compiled_for_others_decides_the_same(string own)
    {
        const string rules = """
            wordlists: [ { id: wijk, title: Wijk, owner: T, words: [wijk, grofvuil] } ]
            rules:
              - { id: r1, title: Een, owner: T, when: { text: "@wijk" }, then: { suggest: [a1, a2], label: wijk } }
              - { id: r2, title: Twee, owner: T, when: { detects: threat }, then: { priority: urgent } }
              - { id: r3, title: Drie, owner: T, when: { topic: afval, intent: [report, complaint] }, then: { label: vuil } }
            """;
        var national = Layers.Files("nl", Layers.Base, rules);
        var layer = Layers.Files("GM0072", own);
        string[] texts = ["grofvuil in de wijk", "ik steek je", "grof in de buurt", "afval", "parkeren in de wijk", "hallo"];
        string[] Decided(Blueprint blueprint) =>
            [
                .. from text in texts
                from scenario in new[] { null, "s" }
                let message = new MessageFacts(text, "whatsapp", Scenario: scenario)
                select System.Text.Json.JsonSerializer.Serialize(blueprint.For("GM0072").Decide(message, Layers.WednesdayMorning)),
            ];

        var alone = Decided(Blueprint.Read([national, layer]));
        // Others first: with a layer that compiles, and one whose own words and lists differ.
        var together = Blueprint.Read([
            national,
            layer,
            Layers.Files("GM0088", "rules: [ { id: boot, title: Boot, owner: T, when: { text: boot }, then: { label: boot } } ]"),
            Layers.Files(
                "GM0193",
                "wordlists: [ { adjust: wijk, words+: [boot], reason: Zo } ]\ntopics: [ { off: parkeren, reason: Zo } ]"
            ),
        ]);
        _ = (together.For("GM0088"), together.For("GM0193"));
        Decided(together).ShouldBe(alone);
        alone.ShouldNotBe(Decided(Blueprint.Read([national])));
    }

    [Fact]
    public void Where_an_earlier_release_was_not_given_the_newest_form_holds() =>
        Blueprint.Read([Second, Waiting]).For("GM0088").Decide("hallo").Labels.ShouldBe(["snel"]);

    [Fact]
    public void Provenance_points_into_the_release_that_holds()
    {
        var blueprint = Blueprint.Read(
            [Layers.Files("nl", "\n\n" + Rule("nieuw")) with { Release = 2 }, Waiting],
            earlier: [Layers.Files("nl", Rule("oud")) with { Release = 1 }]
        );
        var then = blueprint.For("GM0088").Provenance("r1").Single(origin => origin.Field == "then");
        (then.Layer, then.File, then.Line).ShouldBe(("nl", "0.yaml", 1));
        blueprint.For("GM0193").Provenance("r1").Single(origin => origin.Field == "then").Line.ShouldBe(3);
    }

    [Fact]
    public void What_was_withdrawn_keeps_its_place_in_the_order()
    {
        static string Rules(params string[] ids) =>
            $"rules: [ {string.Join(", ", ids.Select(id => $"{{ id: {id}, title: {id}, owner: T, when: {{ always: true }}, then: {{ label: {id} }} }}"))} ]";
        var blueprint = Blueprint.Read(
            [Layers.Files("nl", Layers.Base, Rules("a", "nieuw", "c")) with { Release = 2 }, Waiting],
            earlier: [Layers.Files("nl", Layers.Base, Rules("a", "b", "c")) with { Release = 1 }]
        );
        blueprint.For("GM0088").Decide("hallo").Labels.ShouldBe(["a", "b", "c"]);
        blueprint.For("GM0193").Decide("hallo").Labels.ShouldBe(["a", "nieuw", "c"]);
    }

    private static string Rule(string label) =>
        $"rules: [ {{ id: r1, title: Regel, owner: T, when: {{ text: hallo }}, then: {{ label: {label} }} }} ]";
}
