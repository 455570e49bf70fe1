using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Pools;
using WebcareHub.Routing.Conversations;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Pools;

/// <summary>What a decision means for who may help: every way out of a pool is told in the stream.</summary>
internal static class Sharing
{
    /// <summary>May leave the house at all.</summary>
    public static bool MayLeave(Conversation conversation, EffectiveBlueprint blueprint) =>
        conversation is { Erased: false, ApprovalRequired: false, Overflow: not "never" }
        && (conversation.Role is null || RolesOfPool(blueprint).Contains(conversation.Role));

    /// <summary>The blueprint's roles that a colleague of a pool has.</summary>
    public static string[] RolesOfPool(EffectiveBlueprint blueprint) =>
        [.. blueprint.Roles.Where(role => role.Token == "webcare").Select(role => role.Id)];

    /// <summary>What a colleague decided, with through which pool they took it, and with what it ends.</summary>
    public static IReadOnlyList<object> Complete(DeskView view, IReadOnlyList<object> events, DateTimeOffset now)
    {
        if (events.Count == 0)
            return events;
        var told = view.Help is { } help ? [.. events.Select(e => Through(e, help, view.Conversation))] : events;
        return [.. told, .. Ending(view.Conversation, told, view.Blueprint, now, view.Caller.Agent)];
    }

    /// <summary>How the conversation closes by these events to the pools it was open to; nothing when it stays as it was.</summary>
    /// <param name="by">Who did it; null for the hub itself.</param>
    public static IReadOnlyList<object> Ending(
        Conversation before,
        IReadOnlyList<object> events,
        EffectiveBlueprint? blueprint,
        DateTimeOffset now,
        AgentRef? by = null
    )
    {
        if (before.OpenTo.Count == 0 && !events.Any(e => e is OverflowOpened))
            return [];
        var after = events.Aggregate(before, Conversation.Evolve);
        return Cause(after, events, blueprint) is { } cause ? Close(after, cause, now, by) : [];
    }

    /// <summary>Closes it to every pool. Whoever of them had it, has it no more.</summary>
    public static IReadOnlyList<object> Close(Conversation open, string cause, DateTimeOffset now, AgentRef? by = null) =>
        [.. open.OpenTo.Select(pool => new OverflowClosed(pool, cause, Say(cause, by), now, by))];

    private static string? Cause(Conversation after, IReadOnlyList<object> events, EffectiveBlueprint? blueprint) =>
        after.Erased ? OverflowEnds.Erased
        : after.Status == ConversationStatus.Resolved ? OverflowEnds.Resolved
        : blueprint is not null && !MayLeave(after, blueprint) ? OverflowEnds.StaysHome
        : events.Any(e => e is Claimed { Pool: null }) ? OverflowEnds.TakenBack
        : null;

    private static object Through(object @event, Help help, Conversation conversation) =>
        @event is Claimed claimed ? claimed with { Pool = help.Through(conversation), From = help.From } : @event;

    private static string Say(string cause, AgentRef? by) =>
        cause switch
        {
            OverflowEnds.TakenBack => $"{by?.Name ?? "De gemeente"} heeft de vraag teruggenomen.",
            OverflowEnds.Resolved => "De vraag is afgehandeld.",
            OverflowEnds.StaysHome => "Deze vraag blijft in de eigen gemeente.",
            OverflowEnds.CrisisEnded => "De crisis is voorbij.",
            OverflowEnds.Erased => "De gegevens van de inwoner zijn gewist.",
            OverflowEnds.LeftPool => "De gemeente doet niet meer mee in deze pool.",
            _ => "Hulp is niet meer nodig.",
        };
}
