using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.WorkList;

namespace WebcareHub.Routing.Residents;

/// <summary>A person with every id they have had here, and all their conversations, locked.</summary>
/// <param name="Already">Nothing is left to forget.</param>
/// <param name="Aliases">Keyed hashes of the platform's ids for them.</param>
internal sealed record ForgottenPerson(
    string Municipality,
    string Channel,
    bool Already,
    IReadOnlyList<Guid> Residents,
    IReadOnlyList<string> Aliases
)
{
    public IReadOnlyList<Conversation> Conversations { get; private init; } = [];

    /// <summary>Nothing of theirs is open, or was resolved after this moment.</summary>
    public bool IsPast(DateTimeOffset before) =>
        Conversations.All(conversation =>
            conversation.Erased || (conversation.Status == ConversationStatus.Resolved && conversation.ResolvedAt <= before)
        );

    public static async Task<ForgottenPerson?> LockAsync(
        NpgsqlConnection connection,
        string municipality,
        Guid resident,
        CancellationToken ct
    )
    {
        if (await LockResidentsAsync(connection, municipality, resident, ct) is not { } person)
            return null;
        return person with
        {
            Aliases = await AliasesAsync(connection, person.Residents, ct),
            Conversations = await LockConversationsAsync(connection, municipality, person.Residents, ct),
        };
    }

    /// <summary>Removes every copy outside the log, and leaves word for the other services.</summary>
    public IEnumerable<NpgsqlBatchCommand> Remove(Guid[] files, DateTimeOffset now)
    {
        var ids = Residents.ToArray();
        yield return new(
            """
            insert into routing.erasures as e (tenant_id, resident_id, channel, file_ids, aliases, at)
            select $1, u.id, $2, $3, $6, $5 from unnest($4) as u (id)
            on conflict (tenant_id, resident_id) do update set
                file_ids = excluded.file_ids, aliases = array(select distinct x from unnest(e.aliases || excluded.aliases) x), at = excluded.at
            """
        )
        {
            Parameters =
            {
                new() { Value = Municipality },
                new() { Value = Channel },
                new() { Value = files },
                new() { Value = ids },
                new() { Value = now },
                new() { Value = Aliases.ToArray() },
            },
        };
        foreach (var table in new[] { "aliases", "messages", "pending", "search", "marks" })
            yield return new($"delete from routing.{table} where resident_id = any ($1)") { Parameters = { new() { Value = ids } } };
        yield return new("update routing.residents set address = null, erased_at = $2 where id = any ($1)")
        {
            Parameters =
            {
                new() { Value = ids },
                new() { Value = now },
            },
        };
    }

    private static async Task<ForgottenPerson?> LockResidentsAsync(
        NpgsqlConnection connection,
        string municipality,
        Guid resident,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            """
            select r.id, r.channel, r.erased_at is not null from routing.residents r
            where r.tenant_id = $1 and $2 in (r.id, r.merged_into)
               or r.tenant_id = $1 and (select o.merged_into from routing.residents o where o.id = $2) in (r.id, r.merged_into)
            order by r.id for no key update
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = municipality },
                new() { Value = resident },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var (found, channel, already) = (new List<Guid>(), "", true);
        while (await row.ReadAsync(ct))
        {
            found.Add(row.GetGuid(0));
            channel = row.GetString(1);
            already &= row.GetBoolean(2);
        }
        return found.Count == 0 ? null : new(municipality, channel, already, found, []);
    }

    private static async Task<IReadOnlyList<string>> AliasesAsync(
        NpgsqlConnection connection,
        IReadOnlyList<Guid> residents,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            "select coalesce(array_agg(a.alias::text), '{}') from routing.aliases a where a.resident_id = any ($1)",
            connection
        )
        {
            Parameters = { new() { Value = residents.ToArray() } },
        };
        return (string[])(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task<IReadOnlyList<Conversation>> LockConversationsAsync(
        NpgsqlConnection connection,
        string municipality,
        IReadOnlyList<Guid> residents,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            $"select {WorkListRow.Columns} from routing.conversations c where c.tenant_id = $1 and c.resident_id = any ($2) order by c.id for no key update",
            connection
        )
        {
            Parameters =
            {
                new() { Value = municipality },
                new() { Value = residents.ToArray() },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var conversations = new List<Conversation>();
        while (await row.ReadAsync(ct))
            conversations.Add(WorkListRow.Read(row));
        return conversations;
    }
}
