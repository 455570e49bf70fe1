using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests;

public class DecideTests
{
    [Fact]
    public void A_topic_is_recognised_by_its_words_and_brings_what_it_inherits()
    {
        var decision = Layers.National().Decide("Wanneer wordt mijn grof vuil opgehaald?");

        decision.Topic.ShouldBe("afval.grofvuil");
        decision.Intent.ShouldBe("report");
        decision.ServiceLevel.ShouldBe("normaal");
        decision.Suggest.ShouldBe(["a1"]);
        decision.Due.ShouldBe(Layers.WednesdayMorning.AddHours(1).ToUniversalTime());
        decision.Trace[0].Rule.ShouldBe("topic:afval.grofvuil");
    }

    [Fact]
    public void The_topic_with_the_most_hits_wins_and_the_other_is_in_the_trace()
    {
        var decision = Layers.National().Decide("Er ligt afval en een zak vuilnis waar ik wil parkeren");

        decision.Topic.ShouldBe("afval");
        decision.Trace.Single(step => step.Rule == "topic:parkeren").Lost["topic"].ShouldBe("topic:afval");
    }

    [Fact]
    public void Between_equals_the_deeper_topic_wins() =>
        Layers.National().Decide("Is grofvuil ook afval?").Topic.ShouldBe("afval.grofvuil");

    [Fact]
    public void A_word_that_rules_a_topic_out_wins_from_its_words()
    {
        var blueprint = Layers.National(
            """
            topics:
              - { id: fiets, title: Fietsen, owner: Team, words: [fiets*], not: [huurfiets] }
            """
        );
        blueprint.Decide("mijn fiets is weg").Topic.ShouldBe("fiets");
        blueprint.Decide("mijn huurfiets, een fiets van de zaak").Topic.ShouldBeNull();
    }

    [Fact]
    public void Without_words_the_topic_of_the_open_question_stays()
    {
        var message = new MessageFacts("Dank u wel", "whatsapp", Topic: "afval.grofvuil");
        var decision = Layers.National().Decide(message, Layers.WednesdayMorning);

        decision.Topic.ShouldBe("afval.grofvuil");
        decision.Trace[0].Rule.ShouldBe("gesprek");
        decision.Trace[1].Set["intent"].ShouldBe("report");
    }

    [Fact]
    public void What_no_rule_says_comes_from_the_defaults()
    {
        var decision = Layers.National().Decide("Hallo");

        (decision.Priority, decision.Theme, decision.WorkList, decision.Overflow, decision.ServiceLevel).ShouldBe(
            ("normal", "webcare", "webcare", "region", "normaal")
        );
        decision.Trace.Select(step => step.Rule).ShouldBe(["standaard", "servicelevel:normaal"]);
    }

    [Fact]
    public void The_first_rule_keeps_a_field_and_the_loser_says_to_whom()
    {
        var blueprint = Layers.National(
            """
            defaults: { owner: Team }
            rules:
              - { id: eerst, title: Eerst, when: { text: spoed }, then: { priority: urgent, suggest: a1 } }
              - { id: dan, title: Dan, when: { text: spoed }, then: { priority: low, role: beheer, suggest: [a1, a2], label: x } }
              - { id: laatst, title: Laatst, when: { text: spoed }, then: { suggest: a2 } }
            """
        );
        var decision = blueprint.Decide("spoed");

        decision.Priority.ShouldBe("urgent");
        decision.Role.ShouldBe("beheer");
        decision.Suggest.ShouldBe(["a1", "a2"]);
        decision.Labels.ShouldBe(["x"]);
        decision.Trace[1].Lost.ShouldBe(new Dictionary<string, string> { ["priority"] = "eerst" });
        decision.Trace[2].Set.ShouldBeEmpty();
        decision.Trace[2].Lost["suggest"].ShouldBe("eerst");
    }

    [Fact]
    public void Every_consequence_reaches_the_decision()
    {
        var decision = Layers
            .WithRule(
                "{ text: alles }",
                "{ topic: parkeren, intent: complaint, priority: low, theme: monitoring, worklist: kcc, role: beheer, overflow: never, servicelevel: snel, "
                    + "acknowledge: a3, refer: waterschap, approval: required, askPrivate: true, hide: true, suggest: [a2], label: [een, twee], notify: woordvoerder }"
            )
            .Decide("alles");

        decision.Topic.ShouldBe("parkeren");
        decision.Intent.ShouldBe("complaint");
        decision.Priority.ShouldBe("low");
        decision.Theme.ShouldBe("monitoring");
        decision.WorkList.ShouldBe("kcc");
        decision.Role.ShouldBe("beheer");
        decision.Overflow.ShouldBe("never");
        decision.Due.ShouldBe(Layers.WednesdayMorning.AddMinutes(15).ToUniversalTime());
        decision.Acknowledge.ShouldBe("a3");
        decision.ReferTo.ShouldBe("waterschap");
        (decision.ApprovalRequired, decision.AskPrivate, decision.Hide).ShouldBe((true, true, true));
        decision.Labels.ShouldBe(["een", "twee"]);
        decision.Notify.ShouldBe(["woordvoerder"]);
    }

    [Fact]
    public void Acknowledging_happens_once_and_never_into_a_closed_window()
    {
        var blueprint = Layers.WithRule("{ always: true }", "{ acknowledge: a1 }");
        var message = new MessageFacts("Hallo", "whatsapp");

        blueprint.Decide(message, Layers.WednesdayMorning).Acknowledge.ShouldBe("a1");
        var again = blueprint.Decide(message with { Acknowledged = true }, Layers.WednesdayMorning);
        again.Acknowledge.ShouldBeNull();
        again.Trace[0].Lost["acknowledge"].ShouldBe(Trace.AlreadyAcknowledged);
        var late = blueprint.Decide(message with { WindowOpen = false }, Layers.WednesdayMorning);
        late.Acknowledge.ShouldBeNull();
        late.Trace[0].Lost["acknowledge"].ShouldBe(Trace.WindowClosed);
    }

    [Fact]
    public void Nothing_is_due_when_no_answer_will_come()
    {
        var decision = Layers.WithRule("{ text: reclame }", "{ noReply: Reclame beantwoorden we niet. }").Decide("reclame");
        decision.NoReply.ShouldBe("Reclame beantwoorden we niet.");
        decision.Due.ShouldBeNull();
    }

    [Fact]
    public void Rules_may_build_on_the_topic_that_another_rule_chose()
    {
        var blueprint = Layers.National(
            """
            defaults: { owner: Team }
            rules:
              - { id: labels, title: Labels, when: { topic: afval, intent: report }, then: { label: gevonden } }
              - { id: kiest, title: Kiest, when: { text: bankstel }, then: { topic: afval.grofvuil } }
            """
        );
        var decision = blueprint.Decide("Ik wil parkeren bij een bankstel");
        decision.Topic.ShouldBe("afval.grofvuil");
        decision.Labels.ShouldBe(["gevonden"]);
        decision.Trace.Single(step => step.Rule == "topic:parkeren").Lost["topic"].ShouldBe("kiest");
    }

    [Fact]
    public void A_scenario_lies_on_top_only_while_it_runs()
    {
        var blueprint = Layers.National(
            """
            defaults: { owner: Team }
            rules:
              - { id: gewoon, title: Gewoon, when: { text: stroom }, then: { priority: low } }
            scenarios:
              - id: storing
                title: Storing
                rules:
                  - { id: storing.eerst, title: Storing eerst, when: { text: stroom* }, then: { priority: urgent } }
            """
        );
        blueprint.Decide("geen stroom").Priority.ShouldBe("low");
        blueprint
            .Decide(new MessageFacts("geen stroom", "whatsapp", Scenario: "storing"), Layers.WednesdayMorning)
            .Priority.ShouldBe("urgent");
    }

    [Fact]
    public void The_theme_of_a_rule_becomes_the_theme_of_the_question()
    {
        var blueprint = Layers.National(
            """
            rules:
              - { id: pers, title: Pers, owner: Team, theme: woordvoering, when: { author: press }, then: { role: woordvoerder } }
            """
        );
        blueprint.Decide(new MessageFacts("Vraag", "whatsapp", Author: "press"), Layers.WednesdayMorning).Theme.ShouldBe("woordvoering");
    }

    [Fact]
    public void A_trace_reads_as_Dutch_sentences()
    {
        var blueprint = Layers.National(
            """
            defaults: { owner: Team }
            rules:
              - { id: bsn, title: Een BSN hoort hier niet, when: { detects: bsn }, then: { priority: high, suggest: a1, label: privacy } }
              - { id: later, title: Later, when: { detects: bsn }, then: { priority: low } }
            """
        );
        Trace
            .Sentences(blueprint.Decide("afval 123456782").Trace, blueprint)
            .ShouldBe([
                "Regel 'Een BSN hoort hier niet' (landelijk) zette de prioriteit op hoog, stelde 'Antwoord een' voor en gaf label 'privacy'.",
                "Regel 'Later' (landelijk) liet de prioriteit over aan regel 'Een BSN hoort hier niet'.",
                "Onderwerp 'Afval' (landelijk) herkende 'Afval', zette de bedoeling op vraag en koos streeftermijn 'Binnen een uur'.",
                "De standaard zette het thema op webcare, koos werkvoorraad Webcare en zette de overloop op regio.",
                "Streeftermijn 'Binnen een uur' (landelijk) gaf als uiterste moment woensdag 9 september om 11.00 uur.",
            ]);
    }

    [Fact]
    public void Facts_tell_what_was_read_but_never_the_text()
    {
        var facts = Layers.National().Decide("mijn bsn is 123456782").Facts;
        facts["hours"].ShouldBe("open");
        facts["detects"].ShouldBe("bsn");
        facts.Values.ShouldNotContain(value => value.Contains("123456782"));
    }
}
