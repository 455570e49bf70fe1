using System.Text.Json;
using Npgsql;
using WebcareHub.Channels;
using WebcareHub.EventStore;
using WebcareHub.Ingest.Chat.Visits;

namespace WebcareHub.Ingest.Chat.Writing;

/// <summary>
/// The rows of what was written. Numbers are given while the visit is held, so that whoever has read up to a number misses nothing before it.
/// </summary>
internal sealed class ItemRows(Database database, Vault vault)
{
    private const string Purpose = "chat.items";

    /// <summary>Most items that are read at once.</summary>
    public const int Page = 200;

    /// <summary>What a visitor wrote under this id before, opened.</summary>
    public async Task<Item?> FindAsync(NpgsqlConnection connection, Visit visit, Guid id, CancellationToken ct) =>
        (
            await ReadAsync(
                connection,
                visit,
                new NpgsqlCommand(
                    """
                    select number, item_id, from_visitor, at, resident_id, content
                    from chat.items where visit_id = $1 and item_id = $2 and from_visitor
                    """,
                    connection
                ).With(visit.Id, id),
                ct
            )
        )?.FirstOrDefault();

    /// <summary>
    /// Adds an item behind the last of a visit that is held; whoever follows is told after the commit. Sealed for the resident, or under the master key as
    /// long as nobody knows them; false once they were forgotten: nothing is added.
    /// </summary>
    /// <param name="part">Answer and part it is of, when it is one.</param>
    public async Task<bool> AddAsync(
        NpgsqlConnection connection,
        Visit visit,
        Item item,
        Guid? resident,
        CancellationToken ct,
        (Guid Reply, int Part)? part = null
    )
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(new ItemContent(item.Text, item.Files), ItemJson.Default.ItemContent);
        if (await SealAsync(connection, visit.Municipality, resident, plain, ct) is not { } content)
        {
            return false;
        }

        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(
                    """
                    insert into chat.items (visit_id, number, tenant_id, item_id, from_visitor, resident_id, content, at, reply_id, part)
                    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                    """
                ).With(visit.Id, item.Number, visit.Municipality, item.Id, item.Mine, resident, content, item.At, part?.Reply, part?.Part),
                new NpgsqlBatchCommand( // Who goes on writing is not asked any more what they thought of the help.
                    "update chat.visits set last_number = $2, used_at = $3, asked = asked and not $4 where visit_id = $1"
                ).With(visit.Id, item.Number, item.At, item.Mine),
            },
        };
        await batch.ExecuteNonQueryAsync(ct);
        return true;
    }

    private async Task<byte[]?> SealAsync(
        NpgsqlConnection connection,
        string municipality,
        Guid? resident,
        byte[] plain,
        CancellationToken ct
    )
    {
        if (resident is not { } known)
        {
            return vault.Seal(Purpose, plain);
        }

        var owner = new Resident(municipality, known);
        using var keys = await vault.TakeKeysAsync(connection, [owner], ct);
        return keys.Of(owner).Seal(plain);
    }

    /// <summary>
    /// What came after this number, in order; null when the visit is not there any more. A full <see cref="Page"/>: ask again. One question, for
    /// every open line asks it whenever something is said on it.
    /// </summary>
    public async Task<IReadOnlyList<Item>?> AfterAsync(Visit visit, long number, CancellationToken ct)
    {
        await using var transaction = await database.OpenAsync([visit.Municipality], ct);
        var command = new NpgsqlCommand(
            $"""
            select number, item_id, from_visitor, at, i.resident_id, content
            from chat.visits v left join chat.items i on i.visit_id = v.visit_id and number > $2
            where v.visit_id = $1 order by number limit {Page}
            """,
            transaction.Connection
        ).With(visit.Id, number);
        return await ReadAsync(transaction.Connection, visit, command, ct);
    }

    /// <summary>Null without a row; a row without a number says only that there are no items.</summary>
    private async Task<List<Item>?> ReadAsync(NpgsqlConnection connection, Visit visit, NpgsqlCommand command, CancellationToken ct)
    {
        var rows = new List<(Item Item, Guid? Resident, byte[] Sealed)>();
        await using (command)
        {
            await using var row = await command.ExecuteReaderAsync(ct);
            if (!row.HasRows)
            {
                return null;
            }

            while (await row.ReadAsync(ct) && !row.IsDBNull(0))
            {
                var item = new Item(row.GetInt64(0), row.GetGuid(1), row.GetBoolean(2), row.GetFieldValue<DateTimeOffset>(3), null, []);
                rows.Add((item, row.IsDBNull(4) ? null : row.GetGuid(4), row.GetFieldValue<byte[]>(5)));
            }
        }

        Resident[] owners =
        [
            .. rows.Select(row => row.Resident).OfType<Guid>().Distinct().Select(id => new Resident(visit.Municipality, id)),
        ];
        using var keys = owners.Length == 0 ? null : await vault.TakeKeysAsync(connection, owners, ct);
        return [.. rows.Select(row => Open(row.Item, row.Sealed, row.Resident is { } id ? keys!.Of(new(visit.Municipality, id)) : null))];
    }

    private Item Open(Item item, byte[] bytes, ResidentKey? key)
    {
        var plain = key is null ? vault.Open(Purpose, bytes) : key.Open(bytes);
        var content = plain is null ? null : JsonSerializer.Deserialize(plain, ItemJson.Default.ItemContent);
        return item with { Text = content?.Text, Files = content?.Files ?? [] };
    }

    /// <summary>Puts what stands under the master key under the resident's.</summary>
    public async Task HandOverAsync(NpgsqlConnection connection, Visit visit, Guid resident, CancellationToken ct)
    {
        var rows = await NobodysAsync(connection, visit, ct);
        var owner = new Resident(visit.Municipality, resident);
        using var keys = await vault.TakeKeysAsync(connection, [owner], ct);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (number, plain) in rows)
        {
            batch.BatchCommands.Add(
                keys.Of(owner).Seal(plain) is { } bytes
                    ? new NpgsqlBatchCommand(
                        "update chat.items set content = $3, resident_id = $4 where visit_id = $1 and number = $2"
                    ).With(visit.Id, number, bytes, resident)
                    : new NpgsqlBatchCommand("delete from chat.items where visit_id = $1 and number = $2").With(visit.Id, number)
            );
        }

        if (rows.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(ct);
        }
    }

    private async Task<List<(long Number, byte[] Plain)>> NobodysAsync(NpgsqlConnection connection, Visit visit, CancellationToken ct)
    {
        await using var select = new NpgsqlCommand(
            "select number, content from chat.items where visit_id = $1 and resident_id is null order by number",
            connection
        ).With(visit.Id);
        var rows = new List<(long Number, byte[] Plain)>();
        await using var row = await select.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            rows.Add((row.GetInt64(0), vault.Open(Purpose, row.GetFieldValue<byte[]>(1))));
        }

        return rows;
    }
}
