using WebcareHub.Contracts.Api;
using WebcareHub.Routing.Conversations;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.WorkList;

internal static class Rows
{
    public static ConversationRow Of(Conversation c, EffectiveBlueprint blueprint) =>
        new(
            c.Id,
            c.Municipality,
            blueprint.Voice.Name,
            c.Channel,
            c.Visibility,
            c.ResidentName,
            c.Preview,
            c.Unread,
            c.Status,
            c.Topic,
            blueprint.Topic(c.Topic)?.Title,
            c.Priority.Name(),
            c.WorkList,
            c.Role,
            c.ClaimedBy,
            c.LastMessageAt,
            c.WaitingSince,
            c.DueAt,
            Window.ForColleague(c),
            c.SnoozedUntil,
            c.WhyHere,
            c.NeedsAttention,
            c.Version,
            c.OpenTo.Count == 0 ? null : c.OpenTo
        );
}
