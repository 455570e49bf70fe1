using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.Routing.WorkList;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Conversations;

/// <summary>The next conversation to work on: highest priority, then nearest deadline, then longest waiting. Nobody else gets the same one.</summary>
internal static class Next
{
    private static readonly string Sql = $"""
        select {WorkListRow.Columns} from routing.conversations c
        where c.tenant_id = $1 and c.status = 0 and (c.role is null or c.role = any ($2))
        order by c.priority_sort, c.due_sort, c.waiting_since, c.id
        limit 1
        for no key update
        """;

    private const int Attempts = 5;

    public static async Task<Results<Ok<ConversationRow>, NoContent>> Post(
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

    private static async Task<Results<Ok<ConversationRow>, NoContent>> OnceAsync(
        Caller caller,
        EventStore.EventStore store,
        Rulebook rulebook,
        TimeProvider time,
        CancellationToken ct
    )
    {
        await using var session = await store.OpenAsync([caller.Municipality], Traces.Here(), ct);
        var blueprint = (await rulebook.AtAsync(session, ct)).For(caller.Municipality).Blueprint;
        if (await TakeAsync(session.Connection, caller.Municipality, RolesOf(caller, blueprint), ct) is not { } conversation)
            return TypedResults.NoContent();
        var events = Claim.Decide(caller.Agent, conversation, time.GetUtcNow()).Events;
        var claimed = events.Aggregate(conversation, Conversation.Evolve) with
        {
            Version = await Desk.WriteAsync(session, conversation, events, ct),
        };
        return TypedResults.Ok(Rows.Of(claimed, blueprint));
    }

    /// <summary>First what nobody holds; when that is nothing, what was only held for a moment, by a message or a delivery coming in.</summary>
    private static async Task<Conversation?> TakeAsync(
        NpgsqlConnection connection,
        string municipality,
        string[] roles,
        CancellationToken ct
    ) =>
        await FirstAsync(connection, $"{Sql} skip locked", municipality, roles, ct)
        ?? await FirstAsync(connection, Sql, municipality, roles, ct);

    private static async Task<Conversation?> FirstAsync(
        NpgsqlConnection connection,
        string sql,
        string municipality,
        string[] roles,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters =
            {
                new() { Value = municipality },
                new() { Value = roles },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? WorkListRow.Read(row) : null;
    }
}
