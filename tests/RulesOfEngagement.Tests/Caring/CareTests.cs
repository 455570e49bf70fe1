using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests.Caring;

public class CareTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void The_longest_overdue_comes_first_with_its_owner()
    {
        var findings = Of(
            """
            defaults: { owner: Team afval, reviewOn: 2026-10-01 }
            answers:
              - { id: a, title: Glas, text: In de glasbak. }
              - { id: b, title: Papier, owner: Team papier, reviewOn: 2025-01-31, text: In de papierbak. }
              - { id: c, title: Plastic, reviewOn: 2026-11-22, text: In de zak. }
            """
        );
        findings
            .Select(finding => (finding.Kind, finding.Entry, finding.Owner, finding.On, finding.Line))
            .ShouldBe([
                (CareKind.ReviewOverdue, "b", "Team papier", new DateOnly(2025, 1, 31), 4),
                (CareKind.ReviewOverdue, "a", "Team afval", new DateOnly(2026, 10, 1), 3),
            ]);
        findings[0].Sentence.ShouldBe("De herzieningsdatum was 2025-01-31. Bekijk dit weer en zet een nieuwe datum.");
    }

    [Fact]
    public void A_fact_that_no_longer_holds_and_an_answer_that_soon_will_not_are_told()
    {
        var findings = Of(
            """
            voice: { facts: { zwembad: { value: Dicht, validUntil: 2026-11-21 }, ijsbaan: { value: Open, validUntil: 2027-03-01 } } }
            answers: [ { id: a, title: Sneeuw, owner: T, text: Wij strooien., validUntil: 2026-11-22 } ]
            """
        );
        findings
            .Select(finding => (finding.Kind, finding.Title))
            .ShouldBe([(CareKind.Expired, "zwembad"), (CareKind.ExpiresSoon, "Sneeuw")]);
    }

    [Fact]
    public void Rules_that_clash_name_each_other()
    {
        var findings = Of(
            """
            defaults: { owner: T }
            rules:
              - { id: een, title: Een, when: { text: a1 }, then: { priority: high } }
              - { id: twee, title: Twee, when: { text: a1 }, then: { priority: low } }
              - { id: drie, title: Drie, when: { text: a1, channel: chat }, then: { priority: high } }
              - { id: vier, title: Vier, when: { channel: whatsapp, visibility: public }, then: { label: x } }
              - { id: vijf, title: Vijf, when: { text: { any: [fiets, brommer], none: [brommer] } }, then: { label: y } }
            """
        );
        findings
            .Select(finding => (finding.Kind, finding.Entry, finding.Other))
            .ShouldBe([
                (CareKind.Contradiction, "twee", "een"),
                (CareKind.Shadowed, "drie", "een"),
                (CareKind.NeverMatches, "vier", null),
                (CareKind.NeverMatches, "vijf", null),
            ]);
    }

    [Fact]
    public void An_answer_is_dead_when_nobody_is_led_to_it()
    {
        var findings = Of(
            """
            defaults: { owner: T }
            topics:
              - { id: stil, title: Zonder woorden }
              - { id: gezet, title: Door een regel }
              - { id: boven, title: Zonder woorden, met kind eronder }
              - { id: boven.onder, title: Kind, parent: boven, words: [kind] }
            rules: [ { id: r, title: R, when: { text: a1 }, then: { topic: gezet, suggest: genoemd } } ]
            answers:
              - { id: dood, title: Dood, topics: [stil], text: Een. }
              - { id: genoemd, title: Genoemd, topics: [stil], text: Twee. }
              - { id: levend, title: Levend, topics: [gezet], text: Drie. }
              - { id: geerfd, title: Via het kind, topics: [boven], text: Vier. }
              - { id: algemeen, title: Algemeen, text: Vijf. }
            """.Replace("Zonder woorden, met kind eronder", "Boven")
        );
        findings.Select(finding => (finding.Kind, finding.Entry)).ShouldBe([(CareKind.DeadAnswer, "dood")]);
    }

    [Fact]
    public void Switching_a_topic_off_leaves_its_answers_without_a_way_to_them()
    {
        var national = Layers.Files(
            "nl",
            Layers.Base,
            "answers: [ { id: parkeerkosten, title: P, owner: T, topics: [parkeren], text: Zes euro. } ]"
        );
        var own = Layers.Files(
            "GM0088",
            "topics: [ { off: parkeren, reason: Hier zijn geen auto's } ]\nanswers: [ { adjust: parkeerkosten, text: Geen. } ]"
        );
        Care.Of(Blueprint.Read([national, own]), Today)
            .Select(finding => (finding.Layer, finding.Entry))
            .ShouldBe([("GM0088", "parkeerkosten")]);
    }

    [Fact]
    public void A_topic_that_matched_nothing_for_a_year_is_told_only_when_somebody_counted()
    {
        var blueprint = Blueprint.Read([Layers.Files("nl", Layers.Base)]);
        Care.Of(blueprint, Today).ShouldBeEmpty();
        var findings = Care.Of(blueprint, Today, new Dictionary<string, long> { ["afval.grofvuil"] = 3, ["parkeren"] = 0 });
        findings.Select(finding => (finding.Kind, finding.Entry)).ShouldBe([(CareKind.Unused, "parkeren")]);
    }

    [Fact]
    public void The_starting_blueprint_is_in_good_care_until_its_reviews_are_due()
    {
        var starting = Blueprint.Read(LayerFiles.FromBlueprint(Path.Combine(Root.Folder, "blueprint")));
        Care.Of(starting, Today).Select(finding => $"{finding.Layer} {finding.Entry} {finding.Sentence}").ShouldBeEmpty();
        Care.Of(starting, Today.AddYears(1)).Count(finding => finding.Kind == CareKind.ReviewOverdue).ShouldBeGreaterThan(100);
    }

    private static IReadOnlyList<CareFinding> Of(string text) => Care.Of(Blueprint.Read([Layers.Files("nl", Layers.Base, text)]), Today);
}
