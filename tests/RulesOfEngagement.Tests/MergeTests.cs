using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests;

public class MergeTests
{
    private static readonly LayerFiles National = Layers.Files(
        "nl",
        Layers.Base,
        """
        defaults: { owner: Landelijk team }
        voice: { salutation: u, signature: "{medewerker}, gemeente {gemeente}", facts: { telefoon: "14 xxx", website: "", loket: "" } }
        rules:
          - { id: nl.bsn, title: Geen BSN, mandatory: true, when: { detects: bsn }, then: { priority: high } }
          - { id: nl.afval, title: Afval, when: { topic: afval }, then: { worklist: webcare, priority: low } }
          - { id: nl.reclame, title: Reclame, when: { text: reclame }, then: { noReply: Reclame } }
        answers:
          - { id: bel, title: Bellen, text: "U belt {telefoon} of {loket|het loket}.", informal: "Je belt {telefoon}." }
        """
    );

    private static readonly LayerFiles Region = Layers.Files(
        "wadden",
        """
        layer: { title: Regio Wadden, kind: region, members: [GM0088, GM0072] }
        rules:
          - adjust: nl.afval
            then: { worklist: kcc }
            reason: De regio doet het samen.
          - { id: wadden.boot, title: Boot, owner: Regio, when: { text: boot }, then: { label: boot } }
        topics:
          - { adjust: afval, words+: [kliko] }
        """
    );

    private static readonly LayerFiles Municipality = Layers.Files(
        "GM0088",
        """
        layer: { title: Schiermonnikoog, kind: municipality }
        voice: { name: Schiermonnikoog, salutation: je, facts: { telefoon: "0519" } }
        rules:
          - { off: nl.reclame, reason: Wij antwoorden altijd. }
          - { id: eiland.afval, title: Eilandafval, owner: Eiland, when: { topic: afval }, then: { priority: high } }
        hours:
          - adjust: webcare
            week: { weekdays: ["10:00-12:00"] }
        """
    );

    private static readonly Blueprint All = Blueprint.Read([National, Region, Municipality]);

    [Fact]
    public void Three_layers_merge_without_findings()
    {
        All.Findings.ShouldBeEmpty();
        All.For("GM0088").Layers.ShouldBe(["nl", "wadden", "GM0088"]);
        All.For("GM0193").Layers.ShouldBe(["nl", "GM0193"]);
    }

    [Fact]
    public void A_next_release_reads_the_same_whether_or_not_the_one_before_is_known()
    {
        const string twice = "rules: [ { id: nl.bsn, title: Nogmaals, when: { text: nogmaals }, then: { label: x } } ]";
        const string wrong = "rules: [ { id: nl.krom, titel: Krom, when: { text: krom }, then: { label: x } } ]";
        const string heading = "layer: { title: Landelijk, kind: national }";
        var first = Layers.Files("nl", Layers.Base, twice, wrong, "topics:\n- kapot: [", heading, "voice: { salutation: u }");
        var next = Layers.Files("nl", Layers.Base, "", wrong, "topics:\n- kapot: [", heading, twice, heading);
        var before = Blueprint.Read([first]);
        var known = Blueprint.Read([next], before);
        var afresh = Blueprint.Read([next]);
        afresh.Findings.ShouldNotBeEmpty();
        known.Findings.ShouldBe(afresh.Findings);
        Places(known).ShouldBe(Places(afresh));
        known.Layers[0].Entries[0].ShouldBeSameAs(before.Layers[0].Entries[0]);

        static IEnumerable<(string, Place)> Places(Blueprint blueprint) =>
            blueprint.Layers[0].Entries.Select(entry => (entry.Id, entry.Place));
    }

    [Fact]
    public void The_layer_nearest_to_the_municipality_decides_first()
    {
        var decision = All.For("GM0088").Decide(new MessageFacts("Mijn kliko is stuk", "whatsapp"), Layers.WednesdayMorning);
        decision.Topic.ShouldBe("afval");
        decision.Priority.ShouldBe("high");
        decision.WorkList.ShouldBe("kcc");
        decision.Trace.Select(step => (step.Rule, step.Layer)).Take(2).ShouldBe([("eiland.afval", "GM0088"), ("nl.afval", "wadden")]);
        Trace.Sentences(decision.Trace, All.For("GM0088"))[0].ShouldStartWith("Regel 'Eilandafval' (gemeente Schiermonnikoog)");
    }

    [Fact]
    public void Neighbours_keep_what_they_inherited()
    {
        var harlingen = All.For("GM0072").Decide(new MessageFacts("Mijn kliko is stuk", "whatsapp"), Layers.WednesdayMorning);
        (harlingen.WorkList, harlingen.Priority).ShouldBe(("kcc", "normal"));
        All.For("GM0193").Decide(new MessageFacts("Mijn kliko is stuk", "whatsapp"), Layers.WednesdayMorning).Topic.ShouldBeNull();
    }

    [Fact]
    public void What_is_switched_off_no_longer_counts()
    {
        All.For("GM0088").Decide("reclame").NoReply.ShouldBeNull();
        All.For("GM0072").Decide("reclame").NoReply.ShouldBe("Reclame");
        All.For("GM0088").Provenance("nl.reclame").ShouldBe([new FieldOrigin("rules", "nl.reclame", "off", "GM0088", "0.yaml", 4)]);
    }

    [Fact]
    public void Each_field_tells_which_layer_gave_it()
    {
        var origin = All.For("GM0088").Provenance("nl.afval").ToDictionary(each => each.Field, each => (each.Layer, each.File, each.Line));
        origin["title"].ShouldBe(("nl", "1.yaml", 5));
        origin["owner"].ShouldBe(("nl", "1.yaml", 1));
        origin["when"].ShouldBe(("nl", "1.yaml", 5));
        origin["then"].ShouldBe(("wadden", "0.yaml", 4));
        origin["reason"].ShouldBe(("wadden", "0.yaml", 5));

        var voice = All.For("GM0088").Provenance("voice").ToDictionary(each => each.Field, each => each.Layer);
        voice["signature"].ShouldBe("nl");
        voice["salutation"].ShouldBe("GM0088");
        voice["facts.telefoon"].ShouldBe("GM0088");
        voice["facts.website"].ShouldBe("nl");
    }

    [Fact]
    public void Voice_and_hours_are_the_municipalitys_own()
    {
        var schier = All.For("GM0088");
        schier.Voice.Signature.ShouldBe("{medewerker}, gemeente {gemeente}");
        schier
            .Render(schier.Voice.Signature!, new Dictionary<string, string> { ["medewerker"] = "Jelle" })
            .Text.ShouldBe("Jelle, gemeente Schiermonnikoog");
        schier.IsOpen(Layers.WednesdayMorning.AddHours(3)).ShouldBeFalse();
        All.For("GM0072").IsOpen(Layers.WednesdayMorning.AddHours(3)).ShouldBeTrue();
    }

    [Fact]
    public void An_answer_speaks_in_the_form_of_address_and_names_missing_facts()
    {
        All.For("GM0088").RenderAnswer("bel").Text.ShouldBe("Je belt 0519.");
        All.For("GM0072").RenderAnswer("bel").Text.ShouldBe("U belt 14 xxx of het loket.");
        var missing = All.For("GM0072").Render("Zie {website} en {{dit}.");
        (missing.Text, missing.Missing.Single()).ShouldBe(("Zie [website] en {dit}.", "website"));
    }

    [Fact]
    public void A_municipality_that_changes_no_rules_shares_the_compiled_form()
    {
        var again = Blueprint.Read([National, Region, Layers.Files("GM0072", "voice: { name: Harlingen }")], All);
        again.For("GM0072").Voice.Name.ShouldBe("Harlingen");
        again.Layers[0].ShouldBeSameAs(All.Layers[0]);
    }

    [Fact]
    public void The_register_names_who_has_no_layer()
    {
        var csv = "code,name,province,safety_region,valid_from,valid_to\nGM0193,Zwolle,Overijssel,IJsselland,,\n";
        var files = new LayerFiles("nl", new Dictionary<string, string>(National.Files) { ["register/municipalities.csv"] = csv });
        Blueprint.Read([files]).For("GM0193").Voice.Name.ShouldBe("Zwolle");
    }
}
