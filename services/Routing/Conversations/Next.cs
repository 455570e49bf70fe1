using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Routing.Pools;
using WebcareHub.Routing.WorkList;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Conversations;

/// <summary>
/// The next conversation to work on: highest priority, then nearest deadline, then longest waiting. Nobody else gets the same one. Who is online in
/// a pool gets the own municipality's first where its terms say so, and then what is open to the pool.
/// </summary>
internal static class Next
{
    private static readonly string Sql = $"""
        select {WorkListRow.Columns} from routing.conversations c
        where c.tenant_id = $1 and c.status = 0 and (c.role is null or c.role = any ($2))
        order by c.priority_sort, c.due_sort, c.waiting_since, c.id
        limit 1
        """;

    private const int Attempts = 5;

    public static async Task<Results<Ok<ConversationRow>, NoContent, ProblemHttpResult>> Post(
        Caller caller,
        EventStore.EventStore store,
        Rulebook rulebook,
        TimeProvider time,
        CancellationToken ct
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(caller, store, rulebook, time, ct);
            }
            catch (PostgresException stuck) when (stuck.SqlState is PostgresErrorCodes.DeadlockDetected && attempt < Attempts)
            {
                // Many who wait for the last few can wait for one another; whoever is sent away took nothing, and looks again.
            }
        }
    }

    /// <summary>The blueprint's roles that this caller has: those whose token role is among theirs, and those named alike.</summary>
    public static string[] RolesOf(Caller caller, EffectiveBlueprint blueprint) =>
        [
            .. blueprint
                .Roles.Where(role => role.Token is not null && caller.Roles.Contains(role.Token))
                .Select(role => role.Id)
                .Union(caller.Roles),
        ];

    private static async Task<Results<Ok<ConversationRow>, NoContent, ProblemHttpResult>> OnceAsync(
        Caller caller,
        EventStore.EventStore store,
        Rulebook rulebook,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var now = time.GetUtcNow();
        await using var session = await store.OpenAsync([caller.Municipality], Traces.Here(), ct);
        var work = await AtWork.ReadAsync(session.Connection, caller, now, ct);
        if (work.IsFull)
            return Problems.Full(work.Capacity);
        var edition = await rulebook.AtAsync(session, ct);
        var row = work.OwnFirst
            ? await OwnAsync(session, edition, caller, now, ct) ?? await NextInPool.TakeAsync(session, edition, caller, work.Pools, now, ct)
            : await NextInPool.TakeAsync(session, edition, caller, work.Pools, now, ct)
                ?? await OwnAsync(session, edition, caller, now, ct);
        return row is null ? TypedResults.NoContent() : TypedResults.Ok(row);
    }

    private static async Task<ConversationRow?> OwnAsync(
        EventSession session,
        Edition edition,
        Caller caller,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var blueprint = edition.For(caller.Municipality).Blueprint;
        if (await TakeAsync(session, caller.Municipality, RolesOf(caller, blueprint), ct) is not { } conversation)
            return null;
        var claimed = Claim.Decide(caller.Agent, conversation, now).Events;
        object[] events = [.. claimed, .. Sharing.Ending(conversation, claimed, blueprint, now, caller.Agent)];
        var version = await Desk.WriteAsync(session, conversation, events, ct);
        return Rows.Of(events.Aggregate(conversation, Conversation.Evolve) with { Version = version }, blueprint);
    }

    /// <summary>First what nobody holds; when that is nothing, what was only held for a moment, by a message or a delivery coming in.</summary>
    private static async Task<Conversation?> TakeAsync(EventSession session, string municipality, string[] roles, CancellationToken ct)
    {
        // Whether there is anything at all tells, in the same round trip, that nobody need be waited for.
        var (first, held) = await ReadAsync(
            session,
            municipality,
            InOrder.Walk(First("for no key update skip locked", municipality, roles), First("", municipality, roles)),
            ct
        );
        if (first is not null || !held)
            return first;
        return (await ReadAsync(session, municipality, InOrder.Walk(First("for no key update", municipality, roles)), ct)).First;
    }

    private static Task<(Conversation? First, bool More)> ReadAsync(
        EventSession session,
        string municipality,
        IEnumerable<NpgsqlBatchCommand> commands,
        CancellationToken ct
    ) =>
        session.ReadWithinAsync(
            [municipality],
            commands,
            async row => (await WorkListRow.FirstAsync(row, ct), await row.NextResultAsync(ct) && row.HasRows),
            ct
        );

    private static NpgsqlBatchCommand First(string held, string municipality, string[] roles) =>
        new($"{Sql} {held}")
        {
            Parameters =
            {
                new() { Value = municipality },
                new() { Value = roles },
            },
        };
}
