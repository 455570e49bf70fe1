using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Routing.CoreMessages;
using WebcareHub.Routing.Pools;
using WebcareHub.Routing.Thread;
using WebcareHub.Routing.WorkList;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Conversations;

/// <summary>What a command at the desk decides on.</summary>
/// <param name="Caller">Who asks: for a colleague of another municipality as the owner knows them.</param>
/// <param name="Help">Through which pools and from where, for a colleague of another municipality; null for an own one.</param>
internal sealed record DeskView(
    Conversation Conversation,
    IReadOnlyList<RecordedEvent> Events,
    EffectiveBlueprint Blueprint,
    Caller Caller,
    Help? Help = null
)
{
    public const string OwnOnly = "Dit doet de eigen gemeente. Schrijf een notitie voor de collega daar.";

    public bool Helping => Help is not null;

    /// <summary>A colleague of another municipality gives back what is theirs, and nothing else.</summary>
    public bool MayLetGo => !Helping || Conversation.ClaimedBy is null || Conversation.ClaimedBy.Id == Caller.Id;
}

/// <summary>
/// Carries a colleague's command: finds the conversation within their municipality, locks it, refuses a stale view with what has changed, and
/// writes events and work-list row in one transaction.
/// </summary>
internal sealed class Desk(EventStore.EventStore store, Rulebook rulebook, TimeProvider time)
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
        await using var reach = await Reach.OpenAsync(store, caller, id, ct);
        if (reach is null || await LockAsync(reach.Session.Connection, reach.Owner, id, ct) is not { } row || !reach.Reaches(row))
            return null;
        var view = await ViewAsync(reach, row, ct);
        if (expectedVersion is { } seen && Staleness.Of(view.Events, seen, view.Caller.Agent) is { } stale)
            return new(0, Problems.Stale(row.Version, ThreadItems.Since(stale.From, view)));
        var outcome = decide(view);
        if (outcome.Refusal is { } refusal)
            return new(0, Problems.Of(refusal, row.Version));
        if (await TellsInVainAsync(reach.Session.Connection, row, outcome.Events, ct) is { } untold)
            return new(0, Problems.Of(untold, row.Version));
        var events = Sharing.Complete(view, outcome.Events, time.GetUtcNow());
        return new(await WriteAsync(reach.Session, view.Conversation, events, ct), null);
    }

    private async Task<DeskView> ViewAsync(Reach reach, Conversation row, CancellationToken ct)
    {
        var blueprint = (await rulebook.AtAsync(reach.Session, ct)).For(reach.Owner).Blueprint;
        var events = await reach.Session.ReadAsync(Streams.Conversation(reach.Owner, row.Id), ct);
        return new DeskView(Fold(row, events), events, blueprint, reach.As, reach.Help);
    }

    /// <summary>Why an answer may not tell the core message it names: it was withdrawn, there is a newer one, or the municipality never said it.</summary>
    private Task<Refusal?> TellsInVainAsync(
        NpgsqlConnection connection,
        Conversation row,
        IReadOnlyList<object> events,
        CancellationToken ct
    ) =>
        CoreAnswers.RefusedAsync(
            connection,
            row.Municipality,
            events.OfType<ReplyRequested>().FirstOrDefault()?.AnswerId,
            time.GetUtcNow(),
            ct
        );

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
