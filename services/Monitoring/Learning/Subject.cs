using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Monitoring.Learning;

/// <summary>What a digest is about: a topic with those below it, or all topics of a theme. Pure.</summary>
/// <param name="Topics">Ids, in the order of the blueprint.</param>
internal sealed record Subject(string? Topic, string? Theme, string Title, IReadOnlyList<string> Topics)
{
    // A parent that leads back to itself is a fault that lint tells of.
    private const int Deepest = 10;

    private static readonly Dictionary<string, string> Themes = new()
    {
        ["monitoring"] = "Thema monitoring en analyse",
        ["webcare"] = "Thema webcare en online dienstverlening",
        ["woordvoering"] = "Thema woordvoering en reputatie",
    };

    /// <summary>Null when the blueprint has no such topic or theme.</summary>
    internal static Subject? Find(EffectiveBlueprint blueprint, string? topic, string? theme) =>
        blueprint.Topic(topic) is { } found
            ? new(
                found.Id,
                null,
                found.Title,
                [.. blueprint.Topics.Where(each => Below(blueprint, each, found.Id)).Select(each => each.Id)]
            )
        : topic is null && theme is not null && Themes.TryGetValue(theme, out var title)
            ? new(null, theme, title, [.. blueprint.Topics.Where(each => each.Theme == theme).Select(each => each.Id)])
        : null;

    internal static IReadOnlyList<TopicName> Choices(EffectiveBlueprint blueprint) =>
        [
            .. Themes
                .Where(theme => blueprint.Topics.Any(topic => topic.Theme == theme.Key))
                .Select(theme => new TopicName(theme.Key, theme.Value, true)),
            .. blueprint
                .Topics.Select(topic => new TopicName(topic.Id, topic.Title, false))
                .OrderBy(name => name.Title, StringComparer.CurrentCultureIgnoreCase),
        ];

    private static bool Below(EffectiveBlueprint blueprint, Topic topic, string id)
    {
        Topic? up = topic;
        for (var depth = 0; up is not null && depth < Deepest; depth++)
        {
            if (up.Id == id)
            {
                return true;
            }

            up = blueprint.Topic(up.Parent);
        }

        return false;
    }
}
