using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Pools;

/// <summary>The next question for a colleague of a pool. Any number of them at once: each gets another one, or none.</summary>
internal static class NextInPool
{
    /// <summary>Null when nothing fits in any of these pools; the region's go before the national one. Commits when there is something.</summary>
    public static async Task<ConversationRow?> TakeAsync(
        EventSession session,
        Edition edition,
        Caller caller,
        IReadOnlyList<Doors.Work> pools,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        foreach (var work in pools)
        {
            var skills = new Skills(work.Pool, work.Channels, Under(work.Topics, edition.For(caller.Municipality).Blueprint));
            var (heads, pass) = await Heads.ReadAsync(session, skills, now, Choosing.MostTries, ct);
            // Who takes some questions only does not see who else waits.
            var standing = skills.All ? Choosing.Standing(heads, pass) : pass;
            foreach (var choice in Choosing.Order(heads, pass).Take(Choosing.MostTries))
            {
                if (await Heads.LockAsync(session, skills, choice, now, ct) is not { } conversation)
                    continue;
                session.Also(Heads.Served(work.Pool, choice, standing));
                return await ClaimAsync(session, edition, caller, (work.Pool, conversation), now, ct);
            }
        }
        return null;
    }

    private static async Task<ConversationRow> ClaimAsync(
        EventSession session,
        Edition edition,
        Caller caller,
        (string Pool, Conversation Conversation) taken,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var (pool, conversation) = taken;
        var own = conversation.Municipality == caller.Municipality;
        var blueprint = edition.For(conversation.Municipality).Blueprint;
        var claim = own
            ? new Claimed(caller.Agent, now)
            : new Claimed(Reach.Helper(caller, conversation.Municipality).Agent, now, pool, caller.Municipality);
        object[] events = [claim, .. Sharing.Ending(conversation, [claim], blueprint, now, claim.By)];
        var version = await Desk.WriteAsync(session, conversation, events, ct);
        var after = events.Aggregate(conversation, Conversation.Evolve) with { Version = version };
        return WorkList.Rows.Of(after, blueprint) with { ClaimedBy = caller.Agent };
    }

    private static IReadOnlyList<string> Under(IReadOnlyList<string> topics, EffectiveBlueprint blueprint) =>
        topics.Count == 0
            ? []
            :
            [
                .. topics,
                .. blueprint.Topics.Where(topic => !new Doors.Joined("", topics).Shares(topic.Id, blueprint)).Select(topic => topic.Id),
            ];
}
