using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests;

/// <summary>A trace taken apart: per rule its layer and release, what it set, what it lost, to whom and why.</summary>
public sealed class TraceExplanationTests
{
    [Fact]
    public void Each_rule_names_its_layer_and_its_release()
    {
        var steps = Explained("mijn kliko is stuk");
        steps.Select(step => (step.Kind, step.LayerInWords, step.Release)).ShouldContain(("rule", "gemeente Schiermonnikoog", 7));
        steps.Select(step => (step.Kind, step.LayerInWords, step.Release)).ShouldContain(("rule", "landelijk", 4));
        steps
            .Single(step => step.Kind == "standard")
            .ShouldSatisfyAllConditions(step => step.LayerInWords.ShouldBeNull(), step => step.Release.ShouldBeNull());
    }

    [Fact]
    public void What_was_lost_names_the_winner_with_its_layer_and_the_reason()
    {
        var steps = Explained("mijn kliko is stuk");
        steps
            .SelectMany(step => step.Lost)
            .Where(lost => lost.Field == "priority")
            .Select(lost => lost.Text)
            .ShouldBe([
                "liet de prioriteit over aan regel 'Eiland' (gemeente Schiermonnikoog, versie 7), want een regel dichter bij de gemeente gaat voor",
                "liet de prioriteit over aan regel 'Eiland' (gemeente Schiermonnikoog, versie 7), want een regel dichter bij de gemeente gaat voor",
            ]);
        steps
            .SelectMany(step => step.Lost)
            .Single(lost => lost.Field == "role")
            .Text.ShouldBe("liet de rol over aan regel 'Landelijk' (landelijk, versie 4), want die regel staat eerder");
    }

    [Fact]
    public void What_was_set_reads_after_the_name_of_the_rule() =>
        Explained("mijn kliko is stuk").SelectMany(step => step.Set).Select(set => set.Text).ShouldContain("zette de prioriteit op hoog");

    private static IReadOnlyList<ExplainedStep> Explained(string text)
    {
        var blueprint = Layers.Of(National, Own);
        var decision = blueprint.Decide(text);
        return Trace.Explain(decision.Trace, blueprint, new Dictionary<string, int> { ["nl"] = 4, ["GM0088"] = 7 });
    }

    private static readonly LayerFiles National = Layers.Files(
        "nl",
        Layers.Base,
        """
        defaults: { owner: Landelijk team }
        rules:
          - { id: nl.een, title: Landelijk, when: { text: kliko }, then: { priority: low, role: beheer } }
          - { id: nl.twee, title: Later, when: { text: kliko }, then: { priority: urgent, role: woordvoerder } }
        """
    );

    private static readonly LayerFiles Own = Layers.Files(
        "GM0088",
        """
        layer: { title: Gemeente Schiermonnikoog, kind: municipality }
        voice: { name: Schiermonnikoog }
        rules:
          - { id: eiland, title: Eiland, owner: Eiland, when: { text: kliko }, then: { priority: high } }
        """
    );
}
