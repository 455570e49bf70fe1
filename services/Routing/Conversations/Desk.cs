using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Routing.Thread;
using WebcareHub.Routing.WorkList;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Conversations;

/// <summary>What a command at the desk decides on.</summary>
internal sealed record DeskView(Conversation Conversation, IReadOnlyList<RecordedEvent> Events, EffectiveBlueprint Blueprint);

/// <summary>
/// Carries a colleague's command: finds the conversation within their municipality, locks it, refuses a stale view with what has changed, and
/// writes events and work-list row in one transaction.
/// </summary>
internal sealed class Desk(EventStore.EventStore store, Rulebook rulebook)
{
    public async Task<Results<Ok<ConversationVersion>, NotFound, ProblemHttpResult>> HandleAsync(
        Caller caller,
        Guid id,
        long? expectedVersion,
        Func<DeskView, Outcome> decide,
        CancellationToken ct
    ) =>
        await ExecuteAsync(caller, id, expectedVersion, decide, ct) switch
        {
            null => TypedResults.NotFound(),
            { Problem: { } problem } => problem,
            { Version: var version } => TypedResults.Ok(new ConversationVersion(id, version)),
        };

    public async Task<Results<Accepted<ReplyAccepted>, NotFound, ProblemHttpResult>> ReplyAsync(
        Caller caller,
        Guid id,
        Guid replyId,
        long expectedVersion,
        Func<DeskView, Outcome> decide,
        CancellationToken ct
    ) =>
        await ExecuteAsync(caller, id, expectedVersion, decide, ct) switch
        {
            null => TypedResults.NotFound(),
            { Problem: { } problem } => problem,
            { Version: var version } => TypedResults.Accepted((string?)null, new ReplyAccepted(replyId, version)),
        };

    private async Task<Handled?> ExecuteAsync(
        Caller caller,
        Guid id,
        long? expectedVersion,
        Func<DeskView, Outcome> decide,
        CancellationToken ct
    )
    {
        await using var session = await store.OpenAsync([caller.Municipality], Traces.Here(), ct);
        if (await LockAsync(session.Connection, caller.Municipality, id, ct) is not { } row)
            return null;
        var blueprint = (await rulebook.AtAsync(session, ct)).For(caller.Municipality).Blueprint;
        var events = await session.ReadAsync(Streams.Conversation(caller.Municipality, id), ct);
        var view = new DeskView(Fold(row, events), events, blueprint);
        if (expectedVersion is { } seen && Staleness.Of(events, seen, caller.Agent) is { } stale)
            return new(0, Problems.Stale(row.Version, ThreadItems.Since(stale.From, view)));
        var outcome = decide(view);
        if (outcome.Refusal is { } refusal)
            return new(0, Problems.Of(refusal, row.Version));
        return new(await WriteAsync(session, view.Conversation, outcome.Events, ct), null);
    }

    /// <summary>Locks the row; null when this municipality has no such conversation.</summary>
    public static async Task<Conversation?> LockAsync(NpgsqlConnection connection, string municipality, Guid id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"select {WorkListRow.Columns} from routing.conversations c where c.tenant_id = $1 and c.id = $2 for no key update",
            connection
        )
        {
            Parameters =
            {
                new() { Value = municipality },
                new() { Value = id },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? WorkListRow.Read(row) : null;
    }

    /// <summary>Appends the events and writes the row; the version after. The row must be locked.</summary>
    public static async Task<long> WriteAsync(
        EventSession session,
        Conversation conversation,
        IReadOnlyList<object> events,
        CancellationToken ct
    )
    {
        if (events.Count == 0)
            return conversation.Version;
        var after = events.Aggregate(conversation, Conversation.Evolve) with { Version = conversation.Version + events.Count };
        session.Append(
            Streams.Conversation(conversation.Municipality, conversation.Id),
            conversation.Version,
            events,
            conversation.ResidentId
        );
        session.Also(WorkListRow.Write([after]));
        await session.CommitAsync(ct);
        return after.Version;
    }

    /// <summary>The state its events make, with what only the row knows.</summary>
    public static Conversation Fold(Conversation row, IReadOnlyList<RecordedEvent> events) =>
        events.Aggregate(Conversation.None, (state, recorded) => Conversation.Evolve(state, recorded.Data)) with
        {
            Version = row.Version,
            Unread = row.Unread,
        };

    private sealed record Handled(long Version, ProblemHttpResult? Problem);
}
