using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Thread;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Pools;

/// <summary>Helping another municipality.</summary>
/// <param name="From">The helper's own municipality.</param>
/// <param name="Pools">In which they work.</param>
internal sealed record Help(string From, IReadOnlyList<string> Pools)
{
    /// <summary>The pool of theirs that this conversation is open to; null when it is open to none.</summary>
    public string? Through(Conversation conversation) => conversation.OpenTo.FirstOrDefault(Pools.Contains);
}

/// <summary>
/// A session in which one conversation can be reached: one of the caller's own municipality, or another's that is open to a pool the caller works
/// in. Bounded to the owner alone. Whether it still is open is asked again of the row itself: a municipality takes back at any moment.
/// </summary>
internal sealed class Reach(EventSession session, Caller who, Help? help) : IAsyncDisposable
{
    private static readonly TimeSpan SameLook = TimeSpan.FromMinutes(1);

    public EventSession Session => session;

    /// <summary>Whose the conversation is.</summary>
    public string Owner => who.Municipality;

    /// <summary>The caller as the owner knows them: a helper's id begins with their own municipality, and they have no role but webcare.</summary>
    public Caller As => who;

    public Help? Help => help;

    /// <summary>Null when there is no such conversation for this caller.</summary>
    public static async Task<Reach?> OpenAsync(EventStore.EventStore store, Caller caller, Guid conversation, CancellationToken ct)
    {
        var session = await store.OpenAsync([caller.Municipality], Traces.Here(), ct);
        Reach? reach = null;
        try
        {
            return reach = await FindAsync(session, caller, conversation, ct);
        }
        finally
        {
            if (reach is null)
                await session.DisposeAsync();
        }
    }

    /// <summary>By what name an owner knows a colleague of another municipality: a subject is a name within its own issuer only.</summary>
    public static Caller Helper(Caller caller, string owner) =>
        caller with
        {
            Id = $"{caller.Municipality}:{caller.Id}",
            Municipality = owner,
            Roles = ["webcare"],
        };

    public bool Reaches(Conversation conversation) =>
        help is null
        || (conversation is { Erased: false, Status: not ConversationStatus.Resolved } && help.Through(conversation) is not null);

    /// <summary>The look stands in the owner's verwerkingslog, one line for what is seen within a minute. The session ends here.</summary>
    public async Task LookAsync(Guid conversation, DateTimeOffset now, CancellationToken ct)
    {
        var known = help is null ? As : As with { Name = $"{As.Name} ({help.From})" };
        session.Also(Views.Log(known, conversation, "view", now - SameLook, now));
        session.Also(Views.See(As, conversation, now));
        await session.CommitAsync(ct);
    }

    public ValueTask DisposeAsync() => session.DisposeAsync();

    private static async Task<Reach?> FindAsync(EventSession session, Caller caller, Guid conversation, CancellationToken ct)
    {
        if (await IsOwnAsync(session.Connection, caller.Municipality, conversation, ct))
            return new(session, caller, null);
        var pools = await Doors.PoolsOfAsync(session.Connection, caller, ct);
        if (pools.Count == 0)
            return null;
        string[] codes = [.. pools.Select(work => work.Pool)];
        await session.BoundToAsync(codes, ct);
        if (await Doors.OwnerOfAsync(session.Connection, conversation, ct) is not { } owner)
            return null;
        await session.BoundToAsync([owner], ct);
        return new(session, Helper(caller, owner), new(caller.Municipality, codes));
    }

    private static async Task<bool> IsOwnAsync(NpgsqlConnection connection, string municipality, Guid conversation, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select exists (select from routing.conversations c where c.tenant_id = $1 and c.id = $2)",
            connection
        )
        {
            Parameters =
            {
                new() { Value = municipality },
                new() { Value = conversation },
            },
        };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
