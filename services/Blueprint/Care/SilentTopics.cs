using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Care;

/// <summary>
/// Topics that no ended conversation was about for a year. A topic of a shared layer counts as used when any municipality used it: in a village
/// nearly all of them are silent. A topic counts as used when one below it is.
/// </summary>
internal static class SilentTopics
{
    /// <summary>None until a year has been counted.</summary>
    internal static IReadOnlyList<SilentTopic> Of(IReadOnlyList<Topic> topics, TopicUse use, string municipality, DateOnly today)
    {
        var border = today.AddYears(-1);
        if (use.Since is not { } since || since > border)
        {
            return [];
        }

        var last = Last(topics, topic => topic.Layer == municipality ? use.Here : use.Everywhere);
        return
        [
            .. topics
                .Where(topic => topic.Words.Count > 0 && !(last.TryGetValue(topic.Id, out var week) && week > border))
                .Select(topic => new SilentTopic(
                    topic.Id,
                    topic.Title,
                    topic.Layer,
                    topic.Layer == municipality && last.TryGetValue(topic.Id, out var week) ? Days.Begin(week) : null
                ))
                .OrderBy(topic => topic.Title, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>The last week of each topic, those below it taken along.</summary>
    private static Dictionary<string, DateOnly> Last(IReadOnlyList<Topic> topics, Func<Topic, IReadOnlyDictionary<string, DateOnly>> used)
    {
        var byId = topics.ToDictionary(topic => topic.Id);
        var last = new Dictionary<string, DateOnly>();
        foreach (var topic in topics)
        {
            if (!used(topic).TryGetValue(topic.Id, out var week))
            {
                continue;
            }

            // A parent that leads back to itself is a fault that lint tells of.
            for (var (up, depth) = (topic, 0); up is not null && depth < 10; depth++)
            {
                last[up.Id] = last.TryGetValue(up.Id, out var known) && known > week ? known : week;
                up = up.Parent is null ? null : byId.GetValueOrDefault(up.Parent);
            }
        }

        return last;
    }
}
