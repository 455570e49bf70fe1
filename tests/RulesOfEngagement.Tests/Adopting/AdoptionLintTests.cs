using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests.Adopting;

public class AdoptionLintTests
{
    [Theory]
    [InlineData("{ base: { nl: 9 } }", "Versie 9 van laag nl bestaat niet. De nieuwste is 2.")]
    [InlineData("{ base: { nl: 0 } }", "Bij laag 'nl' onder 'base' hoort het nummer van een versie, vanaf 1.")]
    [InlineData("{ base: { waden: 1 } }", "Laag 'waden' ligt niet boven deze laag. Bedoelde u 'wadden'?")]
    [InlineData("{ follow: [weer] }", "'weer' is geen waarde voor 'follow'. Kies uit: monitoring, webcare, woordvoering.")]
    [InlineData("{ share: [alles] }", "'alles' is geen waarde voor 'share'. Kies uit: backtest, entries.")]
    [InlineData("{ bas: { nl: 1 } }", "De sleutel 'bas' bestaat niet bij 'adoption'. Bedoelde u 'base'?")]
    [InlineData("{ choices: [ { entry: answers/afval, choice: adopt, layer: nl } ] }", "Hier ontbreekt 'release'.")]
    [InlineData(
        "{ choices: [ { entry: answers/afvall, choice: adopt, layer: nl, release: 2 } ] }",
        "Er is geen 'afvall' onder 'answers' in laag nl. Bedoelde u 'afval'?"
    )]
    [InlineData(
        "{ choices: [ { entry: answer/afval, choice: adopt, layer: nl, release: 2 } ] }",
        "Het kopje 'answer' bestaat niet. Bedoelde u 'answers'?"
    )]
    [InlineData(
        "{ choices: [ { entry: answers/afval, choice: adopt, layer: nl, release: 3 } ] }",
        "Versie 3 van laag nl bestaat niet. De nieuwste is 2."
    )]
    [InlineData(
        "{ base: { nl: 1 }, choices: [ { entry: answers/nood, choice: defer, layer: nl, release: 2, reason: Zo } ] }",
        "'nood' is verplicht in laag nl en kan niet worden uitgesteld."
    )]
    [InlineData(
        "{ base: { nl: 1 }, choices: [ { entry: answers/afval, choice: defer, layer: nl, release: 2 } ] }",
        "Bij uitstellen hoort een 'reason': schrijf waarom het nog niet kan."
    )]
    [InlineData(
        "{ choices: [ { entry: answers/afval, choice: defer, layer: nl, release: 2, reason: Zo } ] }",
        "Uitstellen kan pas als onder 'base' staat welke versie van laag nl hier geldt."
    )]
    [InlineData(
        "{ choices: [ { entry: answers/afval, choice: adopt, layer: nl, release: 1 }, { entry: answers/afval, choice: adopt, layer: nl, release: 2 } ] }",
        "Over 'afval' in laag nl staat hier meer dan één keuze."
    )]
    [InlineData(
        "{ base: { nl: 1 }, follow: [webcare], choices: [ { entry: answers/afval, choice: adopt, layer: nl, release: 2 } ] }",
        "Deze keuze doet niets: het thema webcare staat onder 'follow' van GM0088.",
        false
    )]
    public void A_mistake_in_the_choices_is_told(string adoption, string sentence, bool isError = true)
    {
        var found = Town.With($"adoption: {adoption}").Findings.Where(finding => finding.Layer == "GM0088").ToList();
        found.Select(finding => (finding.Text, finding.IsError)).ShouldBe([(sentence, isError)]);
    }

    [Fact]
    public void Good_choices_are_without_findings()
    {
        var blueprint = Town.With(
            """
            adoption:
              base: { nl: 1, wadden: 1 }
              follow: [monitoring]
              share: [backtest]
              choices:
                - { entry: answers/afval, choice: adopt, layer: nl, release: 2, since: 2026-11-20 }
                - { entry: answers/weg, choice: adopt, layer: nl, release: 2 }
                - { entry: answers/boot, choice: defer, layer: wadden, release: 2, reason: "Wij wachten op de nieuwe boot." }
            """
        );
        blueprint.Findings.ShouldBeEmpty();
        var adoption = blueprint.Layers.Single(layer => layer.Code == "GM0088").Adoption;
        (adoption.SharesBacktests, adoption.Base["wadden"], adoption.Choices.Count).ShouldBe((true, 1, 3));
        adoption.Choices[0].ShouldBe(new("answers", "afval", ChoiceKind.Adopt, "nl", 2, null, new(2026, 11, 20)));
    }

    [Fact]
    public void The_national_layer_has_nothing_to_take_over() =>
        Blueprint
            .Read([Layers.Files("nl", "adoption: { follow: [webcare] }")])
            .Findings.Single()
            .Text.ShouldBe("Deze laag heeft geen laag boven zich, dus valt er niets over te nemen.");

    [Fact]
    public void An_own_adjustment_is_checked_against_what_holds_here()
    {
        Town.With("adoption: { base: { nl: 1 } }\nanswers: [ { adjust: weg, text: Eigen weg. } ]").Findings.ShouldBeEmpty();
        Town.With("answers: [ { adjust: weg, text: Eigen weg. } ]")
            .Findings.Single()
            .Text.ShouldStartWith("Er is geen 'weg' onder 'answers'");
    }
}
