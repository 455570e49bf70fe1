using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Pools;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Thread;

/// <summary>A whole conversation. Looking is recorded in the verwerkingslog, and shown to colleagues who look at the same moment.</summary>
internal static class GetConversation
{
    private static readonly TimeSpan StillLooking = TimeSpan.FromMinutes(1);

    public static async Task<Results<Ok<ConversationDetail>, NotFound>> Get(
        Guid id,
        Caller caller,
        EventStore.EventStore store,
        Rulebook rulebook,
        TimeProvider time,
        CancellationToken ct
    )
    {
        await using var reach = await Reach.OpenAsync(store, caller, id, ct);
        if (await ConversationReader.ReadAsync(reach, rulebook, id, ct) is not { } view)
            return TypedResults.NotFound();
        var now = time.GetUtcNow();
        var viewers = await ViewersAsync(reach!.Session.Connection, reach.As, id, now, ct);
        // Who helps sees the question, not the resident's other contacts.
        var related = view.Helping ? Related.Nothing : await Related.ReadAsync(reach.Session.Connection, view, ct);
        var sharing = await SharingShown.OfAsync(reach, view, rulebook, ct);
        await reach.LookAsync(id, now, ct);
        var c = view.Conversation;
        return TypedResults.Ok(
            new ConversationDetail(
                SharingShown.Row(c, view, caller.Id) with
                {
                    Unread = false,
                },
                $"Gemeente {view.Blueprint.Voice.Name}",
                c.ResidentId,
                related.In(ThreadItems.Of(view)),
                c.SuggestedAnswers,
                c.Labels,
                c.ApprovalRequired,
                viewers,
                related.Earlier,
                related.Elsewhere,
                Means.Of(c),
                sharing,
                Promises.Promises.Open(view)
            )
        );
    }

    private static async Task<IReadOnlyList<AgentRef>> ViewersAsync(
        NpgsqlConnection connection,
        Caller caller,
        Guid id,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            "select agent_id, agent_name from routing.viewers where tenant_id = $1 and conversation_id = $2 and seen_at > $3 and agent_id <> $4 order by agent_name",
            connection
        )
        {
            Parameters =
            {
                new() { Value = caller.Municipality },
                new() { Value = id },
                new() { Value = now - StillLooking },
                new() { Value = caller.Id },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var viewers = new List<AgentRef>();
        while (await row.ReadAsync(ct))
            viewers.Add(new(row.GetString(0), row.GetString(1)));
        return viewers;
    }
}
