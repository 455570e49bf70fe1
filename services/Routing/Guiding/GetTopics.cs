using WebcareHub.Contracts.Api;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Guiding;

/// <summary>The topics a colleague can choose from.</summary>
internal static class GetTopics
{
    public static async Task<IReadOnlyList<TopicOption>> Get(Caller caller, Rulebook rulebook, CancellationToken ct)
    {
        var blueprint = (await rulebook.NowAsync(caller.Municipality, ct)).Blueprint;
        return
        [
            .. blueprint
                .Topics.OrderBy(topic => topic.Title, StringComparer.CurrentCulture)
                .Select(topic => new TopicOption(topic.Id, topic.Title, topic.Theme)),
        ];
    }
}
