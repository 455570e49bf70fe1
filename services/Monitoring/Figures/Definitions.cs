using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Monitoring.Figures;

/// <summary>The words of the blueprint beside the computation of a figure.</summary>
internal static class Definitions
{
    /// <summary>In the order of the blueprint; a figure without words there is not shown.</summary>
    internal static IReadOnlyList<FigureDefinition> In(EffectiveBlueprint blueprint) =>
        [
            .. blueprint
                .Figures.Where(figure => FigureRules.All.Any(rule => rule.Id == figure.Id))
                .Select(figure => new FigureDefinition(
                    figure.Id,
                    figure.Title,
                    figure.Text,
                    FigureRules.All.First(rule => rule.Id == figure.Id).Unit,
                    figure.Target,
                    figure.Reference,
                    figure.Days,
                    LayerOf(blueprint, figure.Id)
                )),
        ];

    private static string LayerOf(EffectiveBlueprint blueprint, string id) =>
        blueprint.Provenance(id).LastOrDefault(origin => origin is { Section: "figures", Field: "text" })?.Layer ?? Blueprint.National;
}
