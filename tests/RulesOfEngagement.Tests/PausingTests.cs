using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests;

public sealed class PausingTests
{
    [Theory]
    [InlineData("ontvangen", false, null, true)]
    [InlineData("ontvangen", false, "storing", false)]
    [InlineData("genoemd", false, "storing", true)] // the scenario names it
    [InlineData("ontvangen", true, "storing", true)] // a mandatory rule sends it
    [InlineData("genoemd", false, "ander", false)]
    public void What_has_nothing_to_do_with_a_crisis_does_not_go_out_by_itself(string answer, bool mandatory, string? scenario, bool goes)
    {
        var blueprint = Layers.National(
            $$"""
            defaults: { owner: Team }
            answers:
              - { id: ontvangen, title: Ontvangen, text: Wij hebben uw bericht. }
              - { id: genoemd, title: Genoemd, text: Er is een storing. }
            rules:
              - { id: bevestig, title: Bevestig, mandatory: {{(
                mandatory ? "true" : "false"
            )}}, when: { text: stroom }, then: { acknowledge: {{answer}} } }
            scenarios:
              - { id: storing, title: Storing, answers: [genoemd] }
              - { id: ander, title: Ander }
            """
        );

        var decision = blueprint.Decide(new MessageFacts("geen stroom", "whatsapp", Scenario: scenario), Layers.WednesdayMorning);

        decision.Acknowledge.ShouldBe(goes ? answer : null);
        Trace.Sentences(decision.Trace, blueprint)[0].Contains("staat stil zolang de crisis loopt").ShouldBe(!goes);
    }
}
