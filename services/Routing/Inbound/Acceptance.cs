using Npgsql;
using WebcareHub.Contracts.Bus;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.WorkList;

namespace WebcareHub.Routing.Inbound;

/// <summary>What the database knows about a fresh item. Duplicates have none.</summary>
/// <param name="AddressStale">The platform told an id of this resident that was not known.</param>
/// <param name="Latest">Their last conversation with this account, in the same thread.</param>
/// <param name="Target">The message it is, or is about, when it is known.</param>
/// <param name="Pending">What came before this message, with whose key it is sealed.</param>
/// <param name="Parted">Whose the number was before it came with another's user id.</param>
internal sealed record Known(
    Item Item,
    Guid? Resident,
    bool IsNew,
    bool AddressStale,
    Guid? Latest,
    bool FirstContact,
    (Guid Message, Guid Conversation)? Target,
    IReadOnlyList<(Guid Resident, byte[] Sealed)> Pending,
    IReadOnlyList<Guid> Parted
)
{
    /// <summary>Where it goes on or begins: what its item says, until something that is here tells more.</summary>
    public string? Thread { get; init; } = Item.Thread;

    /// <summary>Something about where answers go is new, or is over.</summary>
    public bool TellsAddress => AddressStale || Item.Inbound.Content is InboundIdentityChange;
}

/// <summary>Calls <c>routing.accept</c>: duplicates dropped, residents found or made, everything locked that this batch will touch.</summary>
internal static class Acceptance
{
    public static async Task<IReadOnlyList<Known>> TakeAsync(
        NpgsqlConnection connection,
        IReadOnlyList<Item> items,
        People people,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        await using var command = Command(connection, items, people, now);
        await using var row = await command.ExecuteReaderAsync(ct);
        var known = new List<Known>(items.Count);
        while (await row.ReadAsync(ct))
            known.Add(Read(row, items));
        return known;
    }

    /// <summary>The rows of these conversations; they are locked already.</summary>
    public static async Task<Dictionary<Guid, Conversation>> ConversationsAsync(
        NpgsqlConnection connection,
        IEnumerable<Guid> ids,
        CancellationToken ct
    )
    {
        var wanted = ids.Distinct().ToArray();
        var found = new Dictionary<Guid, Conversation>(wanted.Length);
        if (wanted.Length == 0)
            return found;
        await using var command = new NpgsqlCommand(
            $"select {WorkListRow.Columns} from routing.conversations c where c.id = any ($1)",
            connection
        )
        {
            Parameters = { new() { Value = wanted } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            found[row.GetGuid(0)] = WorkListRow.Read(row);
        return found;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, IReadOnlyList<Item> items, People people, DateTimeOffset now)
    {
        var all = people.All.ToArray();
        var aliases = all.SelectMany(person => person.Aliases.Keys.Select(alias => (Person: person, Alias: alias))).ToArray();
        return new NpgsqlCommand("select * from routing.accept($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)", connection)
        {
            Parameters =
            {
                new() { Value = items.Select(item => item.Municipality).ToArray() },
                new() { Value = items.Select(item => item.Inbound.EventKey).ToArray() },
                new() { Value = items.Select(item => people.Of(item)?.Place).ToArray() },
                new() { Value = items.Select(item => item.Target).ToArray() },
                new() { Value = items.Select(item => item.Thread).ToArray() },
                new() { Value = aliases.Select(alias => alias.Person.Municipality).ToArray() },
                new() { Value = aliases.Select(alias => alias.Alias).ToArray() },
                new() { Value = aliases.Select(alias => alias.Person.Place).ToArray() },
                new() { Value = aliases.Select(alias => PlatformPerson.IsUserId(alias.Person.Aliases[alias.Alias])).ToArray() },
                new() { Value = all.Select(person => person.Candidate).ToArray() },
                new() { Value = all.Select(person => person.Municipality).ToArray() },
                new() { Value = all.Select(person => person.Channel).ToArray() },
                new() { Value = all.Select(person => person.Account).ToArray() },
                new() { Value = now },
            },
        };
    }

    private static Known Read(NpgsqlDataReader row, IReadOnlyList<Item> items) =>
        new(
            items[row.GetInt32(0) - 1],
            row.IsDBNull(1) ? null : row.GetGuid(1),
            !row.IsDBNull(2) && row.GetBoolean(2),
            !row.IsDBNull(3) && row.GetBoolean(3),
            row.IsDBNull(4) ? null : row.GetGuid(4),
            row.GetBoolean(5),
            row.IsDBNull(6) ? null : (row.GetGuid(6), row.GetGuid(7)),
            row.IsDBNull(8) ? [] : [.. row.GetFieldValue<Guid[]>(9).Zip(row.GetFieldValue<byte[][]>(8))],
            row.GetFieldValue<Guid[]>(10)
        );
}
