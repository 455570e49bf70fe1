using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests.Lint;

/// <summary>A sign of a scenario is counted by its own words; lint says what would be counted as something else.</summary>
public class SignTests
{
    [Theory]
    [InlineData("{ id: a, title: B, part: perception, words: [schande*] }", "nl/1.yaml:3 (s): Het signaal 'a' staat hier twee keer.")]
    [InlineData(
        "{ id: b, title: B, part: behaviour, words: ['@bedreiging'] }",
        "nl/1.yaml:3 (s): Een signaal kan niet naar de woordenlijst '@bedreiging' verwijzen. Schrijf de woorden hier uit."
    )]
    [InlineData(
        "{ id: b, title: B, part: gedrag, words: [kijkers] }",
        "nl/1.yaml:7 (s): 'gedrag' is geen waarde voor 'part'. Kies uit: behaviour, perception."
    )]
    [InlineData("{ id: b, title: B, part: behaviour }", "nl/1.yaml:7 (s): Hier ontbreekt 'words'.")]
    public void A_mistake_is_found_and_nothing_else(string sign, string sentence)
    {
        var scenario = $"""
            defaults: {"{ owner: T }"}
            scenarios:
              - id: s
                title: S
                signs:
                  - {"{ id: a, title: A, part: behaviour, words: [kijkers] }"}
                  - {sign}
            """;

        Blueprint
            .Read([Layers.Files("nl", Layers.Base, scenario)])
            .FindingsOn(new DateOnly(2026, 11, 22))
            .Select(finding => finding.ToString())
            .ShouldBe([sentence]);
    }
}
