using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Blueprint.Improving;

namespace WebcareHub.Workspace.Tests;

public sealed class EvidenceOfTests
{
    [Fact]
    public void Of_what_was_measured_goes_along_how_many_and_only_figures_of_which_there_are_enough()
    {
        var effect = new ReleaseEffect(
            "nl",
            7,
            default,
            4,
            [new("afval", "Afval", false)],
            120,
            96,
            900,
            880,
            [
                new("first-response", "Eerste antwoord", "", FigureUnits.Minutes, 61.5, 40.2, 110, 90, false),
                new("satisfaction", "Tevredenheid", "", FigureUnits.Score, 7, 8, 12, 9, true),
            ],
            "In de 4 weken na versie 7: 96 vragen.",
            true
        );

        var recorded = EvidenceOf.Effect(effect);

        recorded.Sentence.ShouldBe("In de 4 weken na versie 7: 96 vragen. Eerste antwoord: eerst 1 u 2 min, daarna 40 min.");
        string.Join("; ", recorded.Counts.Select(count => $"{count.Key}: {count.Value}")).ShouldBe("Vragen, ervoor: 120; Vragen, erna: 96");
    }
}
