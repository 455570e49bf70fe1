using WebcareHub.Contracts.Api;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Crisis.Switching;

/// <summary>The scenarios as the blueprint of a layer has them.</summary>
internal static class Plan
{
    internal static Scenario? Find(Edition edition, string layer, string? scenario) =>
        edition.Blueprint.For(layer).Scenarios.FirstOrDefault(each => each.Id == scenario);

    /// <summary>Answers that go out all the same while this scenario runs.</summary>
    internal static IReadOnlyList<string> Goes(Edition edition, string layer, string? scenario) =>
        Find(edition, layer, scenario)?.Answers ?? [];

    internal static IReadOnlyList<ScenarioPlan> Of(Edition edition, string layer)
    {
        var blueprint = edition.Blueprint.For(layer);
        return [.. blueprint.Scenarios.Select(scenario => Of(blueprint, scenario))];
    }

    internal static ScenarioPlan? Of(Edition edition, string layer, string? scenario) =>
        Find(edition, layer, scenario) is { } found ? Of(edition.Blueprint.For(layer), found) : null;

    private static ScenarioPlan Of(EffectiveBlueprint blueprint, Scenario scenario) =>
        new(
            scenario.Id,
            scenario.Title,
            scenario.Layer,
            scenario.Text,
            [.. scenario.Who.Select(who => new ScenarioWho(who.Role, RoleTitle(blueprint, who.Role), who.Task))],
            scenario.Pools,
            [.. blueprint.RulesOf(scenario.Id).Select(rule => new ScenarioPart(rule.Id, rule.Title))],
            [.. scenario.Answers.Select(blueprint.Answer).OfType<Answer>().Select(answer => new ScenarioPart(answer.Id, answer.Title))],
            Messages(scenario),
            scenario.ActionPerspective,
            scenario.Checklist,
            scenario.ScaleDown
        );

    /// <summary>An older layer has one core message without a name.</summary>
    private static IReadOnlyList<ScenarioCoreMessage> Messages(Scenario scenario) =>
        scenario.CoreMessages.Count == 0 && scenario.CoreMessage is { } only
            ? [new("kernboodschap", "Kernboodschap", only, null)]
            :
            [
                .. scenario.CoreMessages.Select(message => new ScenarioCoreMessage(
                    message.Id,
                    message.Title,
                    message.Text,
                    (int?)message.Valid?.TotalMinutes,
                    message.Informal
                )),
            ];

    private static string RoleTitle(EffectiveBlueprint blueprint, string role) =>
        blueprint.Roles.FirstOrDefault(each => each.Id == role)?.Title ?? role;
}
